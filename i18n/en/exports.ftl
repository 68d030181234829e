# Words inside the files an organiser downloads.

# The workbook.
export-readme = Read me
export-manifest = Manifest
export-question = Question
export-consultation = Consultation
export-section = Only the ballots of
export-counted-on = Counted on
export-ballots = Ballots counted
export-who = What came in
export-sheets = The sheets
export-sheet = Sheet
export-shows = What it shows
export-base = Base
export-rule = Rule
export-dates = Dates
export-notes = Remarks
export-alt = In words
export-held = What is held back
export-held-threshold = Groups of fewer than { $threshold } people are held back, and so is what would give them away, so that nobody can be picked out. Such a cell says so in words, and no bar is drawn for it.
export-held-elsewhere = Nothing is held back: this election comes from elsewhere and is published already.
export-held-none = Nothing is missing from this workbook.
export-numbers = Numbers
export-numbers-text = Cells with figures hold the figure of the page, rounded in the same way. A share of 45.5 % is the number 0.455 with a format. A figure with more than 15 digits is a text, since a spreadsheet would change it.
export-recommendations = Results are recommendations, not decisions.
export-program = Made with
export-digest = Digest of the ballots
export-threshold = Held back below
export-seed = Seed of draws

# The page of a folder of charts.
export-page-contents = { $n ->
    [one] { $n } chart
   *[other] { $n } charts
}
export-page-absent = Not shown, and why
export-page-picture = The picture (SVG)
export-page-table = The table (CSV)
export-table-of = { $subject }, as a chart

# The dictionary of the data package: for each column what it is and what it means.
export-data-package = A row for each ballot that counts, as CSV and as Parquet. What people wrote in their own words is not in it; it stays in the ballot file. Whoever has these rows may be able to pick people out: keep them safe, and do not publish them.
export-data-rows = The ballots, one in a row
export-data-parquet = The same rows as Parquet
export-data-ballot = Ballot
export-data-ballot-means = The ballot's random id. Its first letters make the receipt code that the person kept.
export-data-voter = Whose ballot
export-data-voter-means = One person's, or one table's. They are never counted together.
export-data-person = One person
export-data-of-table = One table
export-data-section = Section
export-data-section-means = The section of the community that the workshop represents; nothing where no known workshop is named.
export-data-workshop = Workshop
export-data-workshop-means = The workshop the ballot was given in. { $names }
export-data-table = Table
export-data-table-means = The number of the table in the workshop, from 1.
export-data-channel = How it was given
export-data-channel-means = On a tablet in a workshop, on paper, or on a device of one's own.
export-data-tablet = On a tablet in a workshop
export-data-paper = On paper, entered by somebody
export-data-online = On a device of one's own
export-data-assisted = Helped
export-data-assisted-means = Whether somebody helped the person to fill it in.
export-data-language = Language
export-data-language-means = The language it was given in, as a BCP 47 tag.
export-data-confirmed = Confirmed
export-data-confirmed-means = When it was confirmed, in UTC. Only the minute is recorded.
export-data-faults = What is wrong
export-data-faults-means = Codes of what is wrong with the ballot, with spaces between; nothing where all is right. A ballot with a fault counts, but a basket that breaks a rule is left out of the charts of baskets.
export-data-answer-means = The answer to the question. Ids and what they mean:
export-data-option-means = Whether “{ $option }” is among the answers to “{ $question }”; nothing where the question was not answered.
export-data-first = First reaction
export-data-considered = Considered view
export-data-points = points
export-data-points-means = How many of 100 points { $area } was given ({ $when }).
export-data-sure = how sure
export-data-sure-means = How sure the person is, from 1 (not at all) to 5 (very).
export-data-heard = Had heard of { $area }
export-data-heard-means = Whether the person had heard of { $area } before; nothing where they did not say.
export-data-sheet = Fact sheet on { $area }
export-data-sheet-means = The revision of the fact sheet on { $area } that was shown; nothing where none was.
export-data-added-for = Arguments of their own for { $area }
export-data-added-against = Arguments of their own against { $area }
export-data-added-means = How many such arguments the person added on { $area }. The words are in the ballot file.
export-data-moved = Moved by this argument
export-data-level-means = The level of “{ $item }” in the basket: 0 when it is not in it, nothing when there is no basket. { $levels }
export-data-cost = Cost of the basket
export-data-cost-means = What the basket costs; nothing when there is no basket.
export-data-left = Left over
export-data-left-means = What is left of the budget; below nought when the basket costs more than there is.
export-data-tension-means = What was done about “{ $tension }”; nothing where the basket did not meet it.
export-data-accepted = The basket stays as it is
export-data-changed = The basket was changed because of it
export-data-live = Could live with the table's basket
export-data-live-means = Whether the person could live with the table's basket, from 1 (not at all) to 5 (very well).
export-data-dissent = Who sees it differently
export-data-dissent-means = How many at the table see it differently. Their words are in the ballot file.

# The Pabulib file.
export-pb-levels = Each level of an item is a project, ITEM:LEVEL. It costs what it adds to the level below, and whoever chose a level also votes for those below.
export-pb-rules = What items require or exclude can't be said in this format. The selection is the greedy one without that, ties by id.
export-pb-left-out = Left out: { $faulty } baskets that break a rule, { $empty } empty ones, { $projects } levels that cost nothing more or more than the budget.
export-pb-country = The country is not known.

# When a file can't be made.
export-empty = There is nothing to put in this file: no ballots yet, or so few that all of it is held back. Add more ballots first.
export-too-much = This file can't hold it: { $found } { $of }, and the format takes { $limit }. Choose one section, or another kind of file.
export-failed = The file could not be made ({ $message }). Try again; if that does not help, choose one section or another kind of file. The ballots are safe.
export-all-ballots = This kind of file is always of all ballots. Leave the section out.
report-one-election = A report of an election takes one Pabulib file. Leave the others out, or name the consultation that ballot files answer (--consultation).
report-folder-full = There is something in this folder already. What is in it might be held back by now, so nothing was written. Choose a new folder or an empty one.
export-no-section = The consultation has no section “{ $section }”. Use the id of one of its sections.
