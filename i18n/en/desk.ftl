# The organiser's page.
organiser-title = Bring the ballots together
organiser-lead = Open the files from all tablets. Handing the same file in twice changes nothing. What comes out are recommendations, not decisions.
organiser-files = Files
organiser-drop = Drop files here, or choose them
organiser-drop-hint = Ballots (.ballots.ndjson), consultations (.basketry.json) and Pabulib elections (.pb). They stay on this device.
organiser-from-device = Add the ballots on this device
organiser-device-empty = There are no ballots on this device.
files-reading = Reading…
files-cancel = Stop reading
file-forget = Remove
file-waiting = The consultation these ballots answer is not on this device. Open its file too (.basketry.json).
file-consultation-opened = Consultation opened.
file-consultation = Consultation opened. It is kept on this device.
file-consultation-not-kept = Consultation opened, but not kept: open its file again next time.
file-ballots = { $count ->
    [one] { $count } ballot for “{ $title }”
   *[other] { $count } ballots for “{ $title }”
}
file-bad-lines = Some lines are no ballots. They are set aside; all others count.
file-election = Election with { $ballots } ballots and { $projects } projects
results-empty = Nothing to see yet. Open a ballot file above, or add the ballots on this device.
results-counting = Counting…
results-cancel = Stop counting
results-subject = Show
results-section = Section
results-all-sections = Everybody
results-threshold = Hold back groups of fewer than
results-threshold-option = { $n } people
results-threshold-hint = What you see here is what you may publish. Ten is usual; five shows more and protects less.
faulty-heading = What is wrong, in the order of how often:
faulty-files = { $more ->
    [0] In { $files }.
    [one] In { $files } and { $more } more file.
   *[other] In { $files } and { $more } more files.
}
faulty-other-revision = { $n ->
    [one] { $n } ballot was given for another revision of the consultation, or for a file with other content.
   *[other] { $n } ballots were given for another revision of the consultation, or for a file with other content.
}
faulty-workshop = { $n ->
    [one] { $n } ballot names a workshop that the consultation does not have.
   *[other] { $n } ballots name a workshop that the consultation does not have.
}
faulty-area = { $n ->
    [one] { $n } ballot gives points to an area that the consultation does not have.
   *[other] { $n } ballots give points to an area that the consultation does not have.
}
faulty-points-total = { $n ->
    [one] { $n } ballot gives points that do not add up to 100.
   *[other] { $n } ballots give points that do not add up to 100.
}
faulty-over-budget = { $n ->
    [one] { $n } ballot has a basket that costs more than the budget.
   *[other] { $n } ballots have a basket that costs more than the budget.
}
faulty-requires = { $n ->
    [one] { $n } ballot has a basket without “{ $item }”, which something in it needs.
   *[other] { $n } ballots have a basket without “{ $item }”, which something in it needs.
}
faulty-excludes = { $n ->
    [one] { $n } ballot has “{ $item }” in its basket together with something it can't be had with.
   *[other] { $n } ballots have “{ $item }” in their basket together with something it can't be had with.
}
faulty-needed-by = { $n ->
    [one] { $n } ballot has a basket without what “{ $item }” needs.
   *[other] { $n } ballots have a basket without what “{ $item }” needs.
}
faulty-unknown-item = { $n ->
    [one] { $n } ballot has “{ $item }” in its basket, which is not on offer at that level.
   *[other] { $n } ballots have “{ $item }” in their basket, which is not on offer at that level.
}
faulty-more = { $n ->
    [one] { $n } more thing is wrong with fewer ballots.
   *[other] { $n } more things are wrong with fewer ballots.
}
chart-table = The table behind this chart
chart-downloads = Download this chart
chart-not-saved = The browser did not save “{ $name }”. Allow this page to download files, then try again. The chart and its table stay on this page.
chart-not-made = The browser could not make the picture “{ $name }”. Close other tabs and try again, or take the SVG, which shows the same.
chart-keys = Use the arrow keys to go to each figure.
chart-role = chart

# The facilitator's page.
facilitator-title = Run a table
facilitator-lead = Choose the consultation and the table, then hand the tablet round.
facilitator-at-workshop = { $title } · { $workshop }
facilitator-at-table = { $title } · { $workshop } · Table { $table }
facilitator-tasks = What is next
facilitator-consultation = Consultation
facilitator-choose = Choose one
facilitator-open = Open a consultation file
facilitator-open-hint = Its name ends in “.basketry.json”. It stays on this device.
facilitator-workshop = Workshop
facilitator-no-workshop = No workshop
facilitator-table = Table ({ $first }–{ $last })
facilitator-persons = people confirmed
facilitator-tables = table baskets confirmed
facilitator-hand = Hand to the next person
facilitator-hand-note = The tablet is clear
facilitator-table-basket = Fill the table's basket
facilitator-table-basket-note = One for the whole table
facilitator-table-basket-no-table = To fill the table's basket, choose the workshop and the table.
facilitator-export = Save the ballots as a file
facilitator-export-note = { $count ->
    [one] { $count } ballot on this device
   *[other] { $count } ballots on this device
}
facilitator-exported = Saved { $count ->
    [one] { $count } ballot
   *[other] { $count } ballots
} as { $name }. The ballots stay on this device too.
facilitator-draft = Somebody's answers are not confirmed
facilitator-draft-of = They are for “{ $title }”. Go on with them, or set them aside before the next person.
facilitator-draft-gone = They are for “{ $title }”, which is not on this device any more. Open its file to go on with them, or set them aside.
facilitator-draft-unreadable = Another version of Basketry stored them, and this one can't open them. Set them aside before the next person.
facilitator-draft-held = Your choice waits, since these answers come first. Finish them and choose again, or set them aside.
facilitator-draft-go-on = Go on with them
facilitator-draft-clear = Set them aside
facilitator-draft-sure = Answers that are set aside are gone for good, and are not counted.
facilitator-draft-keep = Keep them
facilitator-draft-clear-sure = Set them aside for good
facilitator-choose-first = Choose a consultation first.
facilitator-offline = Everything is on this device: it works with the network off.
facilitator-offline-not = Not everything is on this device yet. Leave the network on for now.
facilitator-not-persisted = The browser may clear this device's storage when space runs short. Save the ballots as a file before the day ends.
facilitator-left = Other ballots on this device
facilitator-left-text = Their consultation is not here any more, or has changed since. Save them as a file and give it to the organiser.
facilitator-left-name = { $id }, revision { $revision }, version { $digest }
facilitator-left-save = Save as a file

# When the device's storage or the browser fails at the desk.
desk-consultation-missing = The chosen consultation can't be found on this device. Choose it again, or open its file.
desk-storage-full = The device has no space left, so this was not kept. Free some space, then try again. Ballots that are stored are safe.
desk-storage-gone = The connection to the device's storage is lost. Load the page again. Ballots that are stored are safe.
desk-storage-failed = The device's storage did not answer as it should ({ $name }). Load the page again. Ballots that are stored are safe.
desk-not-saved = The browser did not save “{ $name }”. Allow this page to download files, then try again. The ballots stay on this device.
desk-not-renewed = { $count ->
    [one] A consultation that was opened here before can't be read by this Basketry. Open its file again.
   *[other] { $count } consultations that were opened here before can't be read by this Basketry. Open their files again.
} Their ballots are kept.
