# The organiser's page.
organiser-title = Bring the ballots together
organiser-lead = Open the files from all tablets. Handing the same file in twice changes nothing. What comes out are recommendations, not decisions.
organiser-files = Files
organiser-drop = Drop files here, or choose them
organiser-drop-hint = Ballots (.ballots.ndjson), consultations (.basketry.json) and Pabulib elections (.pb). They stay on this device.
organiser-from-device = Add the ballots on this device
files-reading = Reading…
files-cancel = Stop reading
file-forget = Remove
file-waiting = The consultation these ballots answer is not on this device. Open its file too (.basketry.json).
file-consultation = Consultation opened. It is kept on this device.
file-ballots = { $count ->
    [one] { $count } ballot for “{ $title }”
   *[other] { $count } ballots for “{ $title }”
}
file-bad-lines = Some lines are no ballots. They are set aside; all others count.
file-election = Election with { $ballots } ballots and { $projects } projects
results-empty = Nothing to see yet. Open a ballot file above, or add the ballots on this device.
results-counting = Counting…
results-subject = Show
results-section = Section
results-all-sections = Everybody
chart-table = The table behind this chart
chart-downloads = Download this chart
chart-keys = Use the arrow keys to hear each figure.

# The facilitator's page.
facilitator-title = Run a table
facilitator-lead = Choose the consultation and the table, then hand the tablet round.
facilitator-consultation = Consultation
facilitator-choose = Choose one
facilitator-open = Open a consultation file
facilitator-open-hint = Its name ends in “.basketry.json”. It stays on this device.
facilitator-workshop = Workshop
facilitator-no-workshop = No workshop
facilitator-table = Table
facilitator-persons = people confirmed
facilitator-tables = table baskets confirmed
facilitator-hand = Hand to the next person
facilitator-hand-note = The tablet is clear
facilitator-table-basket = Fill the table's basket
facilitator-table-basket-note = One for the whole table
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
facilitator-draft-text = Go on with them, or clear them before the next person.
facilitator-draft-go-on = Go on with them
facilitator-draft-clear = Clear them
facilitator-choose-first = Choose a consultation first.
facilitator-not-persisted = The browser may clear this device's storage when space runs short. Save the ballots as a file before the day ends.
