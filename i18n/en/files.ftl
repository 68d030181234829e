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
file-is-input = The merged ballots would replace this file, which is one of those to be merged. Write them to another file.
file-duplicate-key = Line { $line }, column { $column }: “{ $key }” is there twice in the same place. Keep one of the two.
file-unknown-kind = Basketry can't open this kind of file. It opens consultations (.basketry.json), ballots (.ballots.ndjson) and Pabulib elections (.pb).

consultation-has-issues = { $count ->
    [one] One thing in the consultation has to be put right:
   *[other] { $count } things in the consultation have to be put right:
}
issue-shape = At { $path }: { $message }.
issue-not-an-id = At { $path }: “{ $text }” is not an id. Use letters, digits, dots, hyphens and underscores.
issue-not-a-date = At { $path }: “{ $text }” is not a date. Write it as 2001-07-31.
issue-not-a-currency = At { $path }: “{ $text }” is not a currency. Use three capitals such as GBP.
issue-not-a-number = At { $path }: “{ $text }” is not a decimal number. Write it as "12.5".
issue-unknown-text = At { $path }: the consultation has no such text. Check the path.
issue-empty = At { $path }: there has to be something here.
issue-no-entries = At { $path }: more entries are needed.
issue-duplicate-id = At { $path }: the id “{ $id }” is there twice. Give one another id.
issue-unknown-id = At { $path }: nothing is called “{ $id }”. Check the spelling.
issue-amount-out-of-range = At { $path }: the amount has to be more than nothing, and in whole minor units.
issue-level-cheaper = At { $path }: this level costs less than the one below it. Put the levels in order.
issue-out-of-order = At { $path }: this comes before what it should follow.
issue-zero = At { $path }: this has to be at least 1.
issue-nothing-fits = At { $path }: nothing fits the budget. Check the costs and the budget.
issue-requires-circle = At { $path }: the item needs itself, directly or through others.
issue-requires-excluded = At { $path }: the item needs “{ $id }” and can't be had together with it.
issue-one-sided = At { $path }: the area is argued from one side only. Add an argument for the other.
issue-too-many = At { $path }: there are more than { $limit } entries.

line-shape = Line { $line } is no ballot: { $message }.
line-cut-off = Line { $line } ends too early: the file was probably not copied whole. Copy it again.
line-field = Line { $line }: the field “{ $field }” holds what it can't.
line-too-long = Line { $line } is longer than any ballot.
lines-more = { $count ->
    [one] { $count } more line is no ballot.
   *[other] { $count } more lines are no ballots.
}

# Why there are no results.
results-no-consultation = The consultation of these ballots is not open. Open its file (.basketry.json), then count again.
results-no-election = The election is not open any more. Open its file (.pb) again.
results-not-possible = The ballots can't be counted: { $message }. Check the file.

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
