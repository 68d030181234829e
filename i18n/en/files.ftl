# What can be wrong with a file: what, where, and what to do.
file-empty = The file is empty. Choose another, or save it again where it came from.
file-too-large = The file is larger than { $megabytes } MB, more than a consultation can be. Check that it is the right file.
file-not-json = This is not a Basketry file: it can't be read from line { $line }, column { $column } on. Check that it is the right file and was not changed by another program.
file-cut-off = The file ends too early, in line { $line }. It was probably not copied whole: copy it again.
file-not-a-consultation = This is not a consultation file. A consultation's name ends in “.basketry.json”.
file-not-ballots = This is not a ballot file. A ballot file's name ends in “.ballots.ndjson”.
file-newer-version = A newer Basketry made this file (version { $found }; this one reads up to { $known }). Load the newest Basketry and open it again.
file-unreadable = The file can't be read: { $message }. Choose it again.
file-unwritable = The consultation can't be stored in Basketry's own form. Please report this, with the file.
file-not-opened = The file can't be opened: { $message }. Check the path.
file-not-written = The file can't be written: { $message }. Check the folder and the space left.
folder-missing = There is no such folder. Make it, or name another.
file-is-input = The merged ballots would replace this file, which is one of those to be merged. Write them to another file.
file-duplicate-key = Line { $line }, column { $column }: “{ $key }” is there twice in the same place. Keep one of the two.
file-unknown-kind = Basketry can't open this kind of file. It opens consultations (.basketry.json), ballots (.ballots.ndjson) and Pabulib elections (.pb).

consultation-has-issues = { $count ->
    [one] One thing in the consultation has to be put right:
   *[other] { $count } things in the consultation have to be put right:
}
issue-missing-field = At { $path }: this field is missing. Add it.
issue-unknown-field = At { $path }: there is no such field. Correct its name or take it out. The fields here are: { $known }.
issue-wrong-type = At { $path }: this is of another type than it should be. Write { $wanted ->
    [text] a text in quotation marks
    [number] a whole number, without quotation marks and without a decimal point
    [truth] true or false, without quotation marks
    [list] a list in square brackets
   *[fields] fields in curly brackets
}.
issue-out-of-range = At { $path }: this number is too small or too large. Write one from { $least } to { $most }.
issue-no-choice = At { $path }: this has to be exactly one of the following. Choose one: { $known }.
issue-not-understood = At { $path }: this can't be read. Compare it with one of the samples.
issue-not-an-id = At { $path }: “{ $text }” is not an id. Use letters, digits, dots, hyphens and underscores.
issue-not-a-date = At { $path }: “{ $text }” is not a date. Write it as 2001-07-31.
issue-not-a-partial-date = At { $path }: “{ $text }” is not a year, a month or a day. Write it as 2001, 2001-07 or 2001-07-31, as closely as the source gives it.
issue-not-a-currency = At { $path }: “{ $text }” is not a currency. Use three capitals such as GBP.
issue-not-a-number = At { $path }: “{ $text }” is not a decimal number. Write it as "12.5".
issue-unknown-text = At { $path }: the consultation has no such text for people. Check the path. Ids, money, dates, figures and rules are the same in every language.
issue-empty = At { $path }: there is nothing here, and people need it. Write something.
issue-no-entries = At { $path }: there are too few entries. Add one; a question needs at least two answers.
issue-duplicate-id = At { $path }: the id “{ $id }” is there twice. Give one another id.
issue-unknown-id = At { $path }: nothing is called “{ $id }”. Check the spelling.
issue-amount-out-of-range = At { $path }: the amount is not above nothing, or is too large. Write it in whole minor units, such as 70000 for 700.00.
issue-level-cheaper = At { $path }: this level costs less than the one below it. Put the levels in order.
issue-out-of-order = At { $path }: this comes before what it should follow. Put the two in order.
issue-zero = At { $path }: this is 0. Write a number from 1 on.
issue-nothing-fits = At { $path }: nothing fits the budget. Check the costs and the budget.
issue-requires-circle = At { $path }: the item needs itself, directly or through others. Take out one of these needs.
issue-requires-excluded = At { $path }: the item needs “{ $id }” and can't be had together with it. Take out one of the two.
issue-requires-apart = At { $path }: the item needs “{ $one }” and “{ $other }”, itself or through what it needs, and these two can't be had together. Take out one of these needs.
issue-one-sided = At { $path }: the area is argued from one side only. Add an argument for the other.
issue-too-many = At { $path }: there are more than { $limit } entries. Take some out, or join some.

file-ballots-missing = The file should hold { $stated } ballots, but only { $found } came: it was cut short on its way. Ask for the file again. What came counts.
file-ballots-added = The file should hold { $stated } ballots, but { $found } came: lines were added after it was saved. Ask for the file again. What came counts.
header-not-json = Line 1, which says what the ballots are for, can't be read from column { $column } on. It was changed or damaged on its way. Ask for the file again.
header-duplicate-field = Line 1, which says what the ballots are for, has the field “{ $field }” twice. It was changed on its way. Ask for the file again.
header-missing-field = Line 1, which says what the ballots are for, lacks the field “{ $field }”. It was changed on its way. Ask for the file again.
header-field = Line 1, which says what the ballots are for: the field “{ $field }” holds what it can't. It was changed on its way. Ask for the file again.
header-cut-off = The file ends too early, in line 1, before any ballot: it was probably not copied whole. Copy it again, or ask for it again.
line-not-json = Line { $line } is no ballot: it can't be read from column { $column } on. It was changed or damaged on its way. Ask for the file again.
line-duplicate-field = Line { $line } is no ballot: the field “{ $field }” is there twice. It was changed on its way. Ask for the file again.
line-missing-field = Line { $line } is no ballot: the field “{ $field }” is missing. It was changed on its way. Ask for the file again.
line-unknown-field = Line { $line } is no ballot: a ballot has no field “{ $field }”. It was changed on its way, or comes from another Basketry. Ask for the file again, or load the newest Basketry.
line-no-ballot = Line { $line } is no ballot: it holds something else. Ask for the file again.
line-cut-off = Line { $line } ends too early: the file was probably not copied whole. Copy it again.
line-field = Line { $line }: the field “{ $field }” holds what it can't. It was changed on its way. Ask for the file again.
line-too-long = Line { $line } is longer than any ballot. Check that it is the right file, or ask for it again.
lines-more = { $count ->
    [one] { $count } more line is no ballot.
   *[other] { $count } more lines are no ballots.
}

# Ballots beyond what a device can hold.
file-ballots-too-large = The file is larger than { $gigabytes } GB, more than can be counted at once. Check that it is the right file.
file-too-many-ballots = With this file more than { $limit } ballots would be open, more than can be counted at once. Remove other files first, or check that it is the right file.
file-broke = The file is too much for this device, or the program broke over it. It is left out; nothing else is lost. Try it on a device with more memory, or save it again where it came from.

# Why there are no results.
results-broke = These ballots are too much for this device to count, or the program broke over them. The files stay open. Remove one, or open them on a device with more memory.
results-no-consultation = The consultation of these ballots is not open. Open its file (.basketry.json), then count again.
results-no-election = The election is not open any more. Open its file (.pb) again.

# What can be wrong with a ballot. It is counted all the same, except where the results say otherwise.
ballot-other-revision = It was given for another revision of the consultation, or for a file with other content.
ballot-unknown-workshop = It names a workshop that the consultation does not have.
ballot-unknown-area = It gives points to an area that the consultation does not have.
ballot-points-total = Its points add up to { $given }, not 100.
ballot-over-budget = Its basket costs more than the budget.
ballot-requires = Its basket lacks “{ $item }”, which something in it needs.
ballot-excludes = Its basket holds “{ $item }” together with something it can't be had with.
ballot-needed-by = Its basket lacks what “{ $item }” needs.
ballot-unknown-item = Its basket holds “{ $item }”, which is not on offer at that level.
ballots-raw = These are raw ballots: what each person answered, one by one. Keep them safe and don't publish them. Tables and charts are made to be published.
