# What can be wrong with a Pabulib file (.pb): what, where, and what to do.
pb-too-large = The file is larger than { $megabytes } MB, more than any election. Check that it is the right file.
pb-too-many-rows = Line { $line }: the file has more than { $limit } rows, more than any election. Check that it is the right file.
pb-too-many-fields = Line { $line } has { $found } fields; at most { $limit } are read. Check that the line was not joined with others.
pb-too-many-projects = Line { $line }: there are more than { $limit } projects, more than can be counted. Check that PROJECTS holds only projects.
pb-open-quote = Line { $line }: a field begins with a quotation mark that is not closed within { $lines } lines. Put one at the end of the field.
pb-not-utf8 = Line { $line } is not UTF-8 text. Save the file as UTF-8.
pb-no-section = Line { $line }: “{ $found }” stands before any section. A Pabulib file begins with a line that says META. Check that it is the right file.
pb-section-order = Line { $line }: section { $section } is out of place. Put META, PROJECTS and VOTES in this order, each once.
pb-missing-section = The file ends on line { $line } without a section { $section }, or without its column names. Add them, or copy the file again: it may have been cut off.
pb-missing-key = Line { $line }: section META ended without { $key }. Add a row that begins “{ $key };”.
pb-duplicate-key = Line { $line }: META has { $key } already, with another value. Keep one of the two.
pb-missing-column = Line { $line }: section { $section } has no column { $column }. Its columns are: { $found }. Add the column, or correct its name.
pb-empty = Line { $line }: column { $column } is empty. Fill it in.
pb-not-an-amount = Line { $line }: { $name } is “{ $found }”, which is no amount. Write it as 1200 or 1200.50, without commas or spaces.
pb-amount-too-large = Line { $line }: { $name } is { $found }, which is too much to count exactly. Check it, and how many decimal places the file's other amounts have.
pb-not-points = Line { $line }: { $name } holds “{ $found }”. Give whole numbers, none below 0.
pb-unknown-vote-type = Line { $line }: { $name } is “{ $found }”. It can be approval, choose-1, ordinal, cumulative, scoring or knapsack.
pb-duplicate-project = Line { $line }: there is a project “{ $project }” already. Give each project an id of its own.
pb-unknown-project = Line { $line }: the vote names “{ $project }”, but PROJECTS has no such project. Correct the id, or add the project.
pb-repeated-project = Line { $line }: the vote names project “{ $project }” twice. Keep it once.
pb-more-than-one = Line { $line }: the vote names { $found } projects. In a choose-1 election it can name one at most. Keep one, or correct vote_type.
pb-points-count = Line { $line }: the vote names { $projects ->
    [one] { $projects } project
   *[other] { $projects } projects
} and gives points { $points ->
    [0] to none
    [one] once
   *[other] { $points } times
}. Give points once for each project.

# What is odd about a Pabulib file, but does not keep it from being counted.
pb-odd-number = META says { $key } is { $stated }, but there { $found ->
    [one] is { $found }
   *[other] are { $found }
}. What is there counts. Check that the file is whole.
pb-odd-over-budget = { $votes ->
    [one] { $votes } vote names projects that cost more than the budget together, on line { $line }. It counts
   *[other] { $votes } votes name projects that cost more than the budget together, the first on line { $line }. They count
} as given. Where votes had to keep within the budget, check the budget and the costs.
pb-odd-beyond = { $votes ->
    [one] { $votes } vote does not keep to { $key }, which is { $stated } in META, on line { $line }. It counts
   *[other] { $votes } votes do not keep to { $key }, which is { $stated } in META, the first on line { $line }. They count
} as given. Check { $key } and the votes.
pb-odd-no-limit = META says { $key } is “{ $stated }”, which is no number. No vote was held against it. Correct it, or take it out.
pb-odd-repeated = { $votes ->
    [one] { $votes } vote names a project twice: “{ $project }” on line { $line }. It counts
   *[other] { $votes } votes name a project twice, the first “{ $project }” on line { $line }. Each counts
} once. Check that no other project was meant.
pb-odd-same-voter = { $votes ->
    [one] { $votes } vote has the voter id of an earlier vote, on line { $line }. It counts
   *[other] { $votes } votes have the voter id of an earlier vote, the first on line { $line }. They count
} as given. Check that nobody was entered twice.
