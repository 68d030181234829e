# Words of the results: charts, tables and what is said beside them. No full stop at the end of findings, bases and
# rows: the text alternative adds it.

# Around every chart.
results-consultation = { $title }, revision { $revision }
results-date-period = Ballots of { $first } to { $last }. { $counted }
results-date-day = Ballots of { $day }. { $counted }
results-date-counted = Counted on { $day }
results-illustrative-costs = Some of the costs are made up for illustration
results-alt = { $finding }. { $base }.
results-alt-row = { $row }.
results-alt-more = The table has the rest.
results-shift = { $direction ->
    [up] +{ $amount }
    [down] −{ $amount }
   *[same] { $amount }
}
results-list-comma = { $before }, { $next }
results-list-and = { $before } and { $last }
results-list-many = { $before } and { $n } more
results-no-section = No section known
results-section-column = { $section } ({ $n })
results-held-back = held back
results-note-faulty = { $n ->
    [one] { $n } basket breaks a rule, such as costing more than the budget, and is left out.
   *[other] { $n } baskets break a rule, such as costing more than the budget, and are left out.
}
results-note-faulty-few = Baskets that break a rule, such as costing more than the budget, are left out: fewer than { $threshold }.
results-held-back-note = Groups of fewer than { $threshold } are held back, and so is what would give them away. It reads “{ $token }”.
results-row-held-back = { $name }: held back
results-picture-stops = The picture stops after { $shown } of { $all } rows. The table and the CSV file have them all.
results-note-rounding = Figures are rounded. Shifts are worked out before rounding.
results-column-area = Area
results-column-item = Item
results-column-project = Project
results-column-cost = Cost
results-column-all = All together
results-base-baskets = { $who ->
    [table] { $n ->
        [one] Base: { $n } table's basket
       *[other] Base: { $n } tables' baskets
    }
   *[person] { $n ->
        [one] Base: { $n } person's own basket
       *[other] Base: { $n } people's own baskets
    }
}

# Why a chart is not there, and what to do.
results-absent-broken = This chart could not be drawn ({ $error }). The other charts are not affected. Please report it.
results-absent-points = Nobody has answered the short question both times yet. Add the ballots of people who gave a first reaction and a considered view.
results-absent-baskets = There is no basket of a person's own yet. Add ballots with a basket that a person filled.
results-absent-allocation = Nobody has divided points or money yet. Add the ballots of people who gave a considered view or filled a basket.
results-absent-tables = There is no table basket yet. Add the ballots that the tables confirmed.
results-absent-one-section = There are answers from fewer than two sections, so there is nothing to compare yet. Add the ballots of the other workshops.
results-absent-small-sections = Every section has too few answers to be shown without picking people out. Add the ballots of more people.
results-absent-small-part = This is shown of everybody only: of one section it would give away what is held back of the others.
results-absent-small = Held back. Fewer than { $threshold } people are behind it, or it would give away such a group elsewhere. Look at everybody, or add the ballots of more people.
results-absent-quartiles = Held back. Medians and quartiles of so few people would show single baskets; they are shown from { $n } people on.
results-absent-small-tables = Held back. A table's basket is what the people at it chose, and it is shown where { $threshold } or more of them gave a ballot of their own.
results-absent-votes = There are no votes in this election yet.
count-ballots = No rule of Basketry counts votes that put projects in an order. Count them with a program for such votes, or ask for votes without an order.
count-constraints = This rule can't count projects that need or exclude each other. Take out what they need or exclude, or count with another rule.
count-limits = This rule can't keep to these minima, maxima or ring-fences of areas. Take them out, or count with another rule.
count-out-of-reach = No selection spends as much in every area as its minimum asks for and keeps the other limits too. Lower a minimum, or raise a maximum.
count-too-large = There are too many ways to combine these projects for this rule to find the best one. Count with another rule.
count-no-such-rule = Basketry lacks the rule for this chart. Please report it, with the file.
election-budget = The budget is less than nothing, or more than can be counted exactly. Correct it.
election-cost = “{ $project }” costs less than nothing, or more than can be counted exactly. Correct its cost.
election-duplicate-project = Two projects have the id “{ $project }”. Give one another id.
election-unknown-project = There is no project “{ $project }”, though one is named. Correct the id, or add the project.
election-votes = A vote does not fit the election: it names a project that is not there or one twice, or is of another kind. Check the votes.
election-limits = The minima, maxima, ring-fences or pots of areas don't fit the election, or one another. Check the areas they name and their amounts.
election-too-many = There are more projects or votes than can be counted exactly. Check that the file is the right one, or split it.

# Overview.
results-overview-none = No ballots yet. Add the files that the tablets handed over.
results-overview-ballots = { $n ->
    [0] No ballots are counted.
    [one] { $n } ballot is counted.
   *[other] { $n } ballots are counted.
}
results-overview-voters = People gave { $persons } of them, tables { $tables }.
results-overview-duplicates = { $n ->
    [one] Once a ballot came in that was there already. It counts once.
   *[other] { $n } times a ballot came in that was there already. It counts once.
}
results-overview-conflicts = { $n ->
    [one] { $n } ballot came in with different content under the same number. One version is counted; look at it before you publish.
   *[other] { $n } ballots came in with different content under the same number. One version of each is counted; look at them before you publish.
}
results-overview-set-aside = { $n ->
    [one] { $n } ballot is for another consultation or revision. It is kept but not counted.
   *[other] { $n } ballots are for another consultation or revision. They are kept but not counted.
}
results-overview-faulty = { $n ->
    [one] { $n } ballot has something wrong. Each chart says what it leaves out.
   *[other] { $n } ballots have something wrong. Each chart says what it leaves out.
}
results-overview-election = { $votes ->
    [one] { $votes } vote
   *[other] { $votes } votes
} on { $projects ->
    [one] { $projects } project
   *[other] { $projects } projects
}, with { $budget } to spend.

# Points before and after.
results-points-subject = Mean points out of 100 for each area, before and after
results-points-finding = { $several ->
    [one] { $areas } gained most: { $shift } points{ $told ->
        [yes] , { $moved } of { $n } people moved
       *[no] {""}
    }
   *[other] { $areas } gained most: { $shift } points each
}
results-points-finding-none = On average no area gained points
results-points-base = { $n ->
    [one] Base: { $n } person who answered both times
   *[other] Base: { $n } people who answered both times
}{ $others ->
    [none] {""}
   *[some] {" "}({ $first } only first, { $considered } only at the end)
}
results-points-rule = Rule: mean of points, people who answered both times
results-points-left-out = { $n ->
    [one] { $n } person is left out, because the points do not add up to 100 or go to an area that is not there.
   *[other] { $n } people are left out, because their points do not add up to 100 or go to an area that is not there.
}
results-points-left-out-few = Some people are left out, because their points do not add up to 100 or go to an area that is not there: fewer than { $threshold }.
results-points-before = First reaction
results-points-after = Considered view
results-points-shift = Shift
results-points-less = Gave less
results-points-same = Gave the same
results-points-more = Gave more
results-points-row = { $area }: first reaction { $before }, considered view { $after }, shift { $shift }

# Shift per person.
results-shifts-subject = Change in points from first reaction to considered view, person by person
results-shifts-finding = { $all ->
    [yes] Most people changed their points for { $areas }: { $moved } of { $n }{ $several ->
        [one] {""}
       *[other] {" "}each
    }
   *[no] Of the areas shown most people changed their points for { $areas }: { $moved } of { $n }{ $several ->
        [one] {""}
       *[other] {" "}each
    }
}
results-shifts-rule = Rule: considered view less first reaction, of each person who answered both times
results-shifts-less-end = fewer points than at first
results-shifts-more-end = more points than at first
results-shifts-dots = One dot is one person.
results-shifts-columns = The taller the bar, the more people.
results-shifts-fell = { $n } gave less
results-shifts-same = { $n } the same
results-shifts-rose = { $n } gave more
results-shifts-row = { $area }: { $rose } gave more, { $same } the same, { $fell } less ({ $way })
results-shifts-way = Which way
results-shifts-way-none = nobody moved
results-shifts-way-unclear = no clear direction
results-shifts-way-up = clearly more
results-shifts-way-down = clearly less
results-shifts-note-moved = { $told ->
    [yes] { $moved } of { $n } people changed something.{" "}
   *[no] {""}
}On average a person gave { $points } of 100 points to another area than at first.
results-shifts-note-clear = { $n ->
    [one] “Clearly” means: if all who changed had tossed a coin for more or less, so many on one side would come up at most once in 20 times (exact sign test). It says which way people moved, not whether that is better.
   *[other] “Clearly” means: if all who changed had tossed a coin for more or less, so many on one side in any of the { $n } areas would come up at most once in 20 times (exact sign test, Holm’s correction). It says which way people moved, not whether that is better.
}
results-shifts-note-bins = Each mark stands for changes of up to as much as it says and more than the mark before it, and the outermost for larger ones too. Marks are put together until none is of fewer than { $threshold } people.
results-shifts-mean = Mean shift

# How many baskets hold an item.
results-shares-subject-person = Share of people's own baskets that hold each item
results-shares-subject-table = Share of table baskets that hold each item
results-shares-finding = { $several ->
    [one] { $items } is in { $count } of { $n } baskets{ $all ->
        [yes] , more than anything else
       *[no] , most of those shown
    }
   *[other] { $items } are in { $count } of { $n } baskets each{ $all ->
        [yes] , more than anything else
       *[no] , most of those shown
    }
}
results-shares-finding-all = Every item is in { $count } of { $n } baskets
results-shares-finding-none = No basket holds anything
results-shares-rule = Rule: every basket counts once, at whichever level it holds the item
results-shares-series = Baskets
results-shares-count = Baskets that hold it
results-shares-share = Share of baskets
results-shares-levels = By level
results-shares-level = { $level }: { $n }
results-shares-level-and = { $before }; { $next }
results-shares-row = { $item }: in { $count } of { $n } baskets ({ $share })

# Money per area.
results-money-subject = Money for each area in people's own baskets
results-money-finding = { $several ->
    [one] { $areas } gets most: { $median } in the middle basket, and half of the baskets give it { $lower } to { $upper }
   *[other] { $areas } get most: { $median } each in the middle basket
}
results-money-finding-none = In every area the middle basket spends nothing
results-money-rule = Rule: every basket counts once in each area, with nothing where it spends nothing. Quartiles by definition 7 of Hyndman and Fan (1996), with straight lines between neighbours
results-money-box = Middle half of baskets
results-money-median = Median
results-money-mean = Mean
results-money-lower = Lower quartile
results-money-upper = Upper quartile
results-money-detail = { $lower } to { $upper }
results-money-row = { $area }: median { $median }, mean { $mean }, middle half { $lower } to { $upper }
results-money-note-left = { $median } of the budget is left in the middle basket.
results-money-note-round = Medians and quartiles are rounded to a hundredth of the budget, so that no single basket shows.
results-money-note-mean = The mean of an area is told where it is told how many baskets hold each of its items.

# The budget divided over the areas.
results-allocation-subject = The budget as people's points and baskets divide it
results-allocation-finding = { $way }: { $several ->
    [one] { $areas } gets most, { $amount }
   *[other] { $areas } get most, { $amount } each
}
results-allocation-base = Base: { $points ->
    [one] { $points } person's considered view
   *[other] { $points } people's considered views
}, { $baskets ->
    [one] { $baskets } person's own basket
   *[other] { $baskets } people's own baskets
}
results-allocation-rule = Rule: an area gets the part of the budget that its mean, or median, is of those of all areas added up. What is left by rounding down goes to the largest fractions
results-allocation-note = This divides the whole budget by what people gave each area. It asks neither what can be bought for it nor what things cost together.
results-allocation-mean = By points, mean
results-allocation-median = By points, median
results-allocation-baskets = By baskets, mean
results-allocation-cell = { $area }, { $way }: { $amount }
results-allocation-way = { $way } { $amount }
results-allocation-row = { $area }: { $ways }

# Sections side by side.
results-sections-base = { $base }, by section
results-sections-rule = { $rule }. Sections as of the workshops
results-sections-finding = Sections differ most over { $row }: { $low } in { $lowest }, { $high } in { $highest }
results-sections-finding-none = The sections shown do not differ
results-sections-finding-one = { $section } is the one section with enough answers to be shown
results-sections-cell = { $row }, { $section }: { $value }
results-sections-middle = Middle half of baskets
results-sections-lower = { $section }: lower quartile
results-sections-upper = { $section }: upper quartile
results-money-sections-subject = Median of the money for each area in people's own baskets, by section
results-points-sections-subject = Mean points for each area in the considered view, by section
results-shares-sections-subject = Share of people's own baskets that hold each item, by section
results-shares-sections-note = The picture stops after { $n } items. The table and the CSV file have them all.

# Table baskets side by side.
results-tables-subject = Level of each item in each table's basket
results-tables-finding = { $count ->
    [0] No item is in every table's basket
    [one] All { $n } tables choose { $items }
   *[other] All { $n } tables choose { $items }
}
results-tables-finding-one = One table's basket holds { $count ->
    [0] nothing
    [one] { $count } item
   *[other] { $count } items
}
results-tables-base = { $n ->
    [one] Base: { $n } table's basket
   *[other] Base: { $n } tables' baskets
}{ $told ->
    [yes] , and { $people } scores from people at them
   *[no] {""}
}
results-tables-rule = Rule: baskets as the tables confirmed them. Whether people could live with their table's basket: median of scores from 1 (not at all) to 5 (fully)
results-tables-head = { $workshop }, table { $table }
results-tables-head-plain = Table basket { $place }
results-tables-heading = { $name }: { $cost } spent, { $left } left, live with it: { $live }
results-tables-note = { $short } is { $name }: { $cost } spent, { $left } left. Could live with it: { $live }.{ $faulty ->
    [yes] {" "}This basket breaks a rule.
   *[no] {""}
}
results-tables-live = { $median } out of 5 (median of { $n } people)
results-tables-live-none = not asked
results-tables-not-in = –
results-tables-level = { $level }
results-tables-cell-in = { $item }, { $table }: level { $level }
results-tables-cell-out = { $item }, { $table }: not in the basket
results-tables-total = { $count } of { $n }
results-tables-total-column = Tables that chose it
results-tables-row = { $item }: in { $count } of { $n } table baskets

# A selection.
results-selection-subject = What the greedy rule would fund out of people's own baskets
results-selection-finding = { $selected ->
    [0] Nothing fits into the budget
    [one] { $selected } of { $all } items fits into the budget: { $first }
   *[other] { $selected } of { $all } items fit into the budget, { $first } first
}
results-selection-rule = Rule: greedy. Items go in by the number of baskets that hold them, most first; what no longer fits is passed over. Each item stands at its most usual level. Ties go to the id that comes first in the alphabet
results-selection-budget = Budget { $amount }
results-selection-selected = Funded
results-selection-passed = Not funded
results-selection-left = { $amount } left over
results-selection-name = { $item } ({ $level })
results-selection-why = Why not
results-selection-decision = Funded?
results-selection-yes = yes
results-selection-no = no
results-selection-votes = Baskets that hold it
results-selection-step = { $decision ->
    [yes] { $item }: funded, { $cost }{ $told ->
        [yes] , in { $votes ->
            [one] { $votes } basket
           *[other] { $votes } baskets
        }
       *[no] , in how many baskets is held back
    }
   *[no] { $item }: not funded, { $cost }{ $told ->
        [yes] , in { $votes ->
            [one] { $votes } basket
           *[other] { $votes } baskets
        }. { $reason }
       *[no] , in how many baskets is held back
    }
}
results-reason-over-budget = It costs { $short } more than was left
results-reason-requires = It needs { $other }, which is not funded
results-reason-excludes = It cannot be had together with { $other }
results-reason-unsupported = Nobody chose it
results-reason-supporters-short = Those who chose it have too little money left between them
results-reason-in-part = The money pays { $reached } of it, and { $short } is missing
results-reason-stopped = The rule stopped before it
results-reason-over-maximum = It would bring { $area } { $over } over its maximum
results-reason-ring-fenced = It costs { $short } more than was left for its area
results-reason-kept-for = { $short } of its cost was kept for the minimum of { $areas }
results-reason-minimum-lost = With it { $area } could not come to its minimum any more
results-note-tie = { $names } had equally much support. { $taken } was taken first, because its id comes first.
results-note-level-tie = { $levels } of { $item } were chosen equally often. The lower level is counted.
results-note-unchosen = { $n ->
    [one] { $items } is funded out of money that was left, though { $least ->
        [1] nobody chose it.
       *[other] fewer than { $least } chose it.
    }
   *[other] { $items } are funded out of money that was left, though { $least ->
        [1] nobody chose them.
       *[other] fewer than { $least } chose each.
    }
}

# Several rules side by side.
results-rules-subject = What each rule would fund
results-rules-finding = { $told ->
    [yes] All { $n } rules fund { $names }
   *[no] All { $n } rules fund the same { $shared } of { $all }
}{ $parted ->
    [0] , and they part over nothing else
   *[other] ; they part over { $parted } more
}
results-rules-finding-none = The { $n } rules fund nothing in common
results-rules-rule = Rule: the same { $kind ->
    [points] points
    [baskets] baskets
   *[votes] votes
} counted by each rule; the notes say how. Ties go to the id that comes first in the alphabet
results-rules-greedy = Most support
results-rules-per-cost = Most per cost
results-rules-equal-shares = Equal shares
results-rules-phragmen = Phragmén
results-rules-best = Greatest total
results-rules-how-greedy = What most people support goes in first; what no longer fits is passed over.
results-rules-how-per-cost = What has most support for each unit of money goes in first; what no longer fits is passed over.
results-rules-how-equal-shares = The budget is divided equally among the people, and those who support something pay for it together; what is left over goes to what has most support.
results-rules-how-phragmen = What is funded is carried by its supporters in parts as equal as can be; it ends with the first that no longer fits.
results-rules-how-best = Of all that the budget can pay for, it takes what has most support added together.
results-rules-note = { $short } is { $name }: { $how } It funds { $n } for { $cost }.{ $unchosen ->
    [0] {""}
   *[other] {" "}{ $least ->
        [1] Nobody supports { $unchosen } of them.
       *[other] Fewer than { $least } support { $unchosen } of them.
    }
}{ $ties ->
    [0] {""}
    [one] {" "}A tie was decided by id.
   *[other] {" "}{ $ties } ties were decided by id.
}
results-rules-note-absent = { $name } is left out: { $why }
results-rules-in = { $name }: funded by { $rule }
results-rules-out = { $name }: not funded by { $rule }
results-rules-in-short = yes
results-rules-out-short = –
results-rules-count = Rules that fund it
results-rules-of = { $count } of { $n }
results-rules-row = { $name }: funded by { $count } of { $n } rules

# How sure a selection is.
results-sure-subject = How often each is funded when ballots are drawn again
results-sure-finding = { $always ->
    [0] Nothing is funded in every one of { $n } rounds
    [one] { $always } of { $all } is funded in every one of { $n } rounds
   *[other] { $always } of { $all } are funded in every one of { $n } rounds
}{ $sometimes ->
    [0] , and the rest in none
   *[other] ; { $sometimes } in some of them
}
results-sure-base = { $base }, drawn again { $n } times
results-sure-rule = Rule: greedy, as above. In every round as many are drawn as there are, so that some count twice and some not at all (bootstrap, seed { $seed })
results-sure-note = This shows how far the selection hangs on who happened to answer. It says nothing about people who were not reached.
results-sure-series = Share of rounds
results-sure-count = Rounds that fund it
results-sure-now = Funded as counted
results-sure-row = { $name }: funded in { $count } of { $n } rounds ({ $share })

# An election from elsewhere.
results-election-subject-votes = Votes for each project
results-election-subject-points = Points for each project
results-election-finding-votes = { $several ->
    [one] { $projects } has most votes: { $count } of { $n }
   *[other] { $projects } have most votes: { $count } of { $n } each
}
results-election-finding-points = { $several ->
    [one] { $projects } has most points: { $count }
   *[other] { $projects } have most points: { $count } each
}
results-election-finding-none = No project has any support
results-election-base = { $n ->
    [one] Base: { $n } vote
   *[other] Base: { $n } votes
}
results-election-rule-votes = Rule: number of votes that name the project
results-election-rule-points = Rule: sum of the points given to the project
results-election-votes = Votes
results-election-points = Points
results-election-row-votes = { $project }: { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
results-election-row-points = { $project }: { $count ->
    [one] { $count } point
   *[other] { $count } points
}
results-ranked-first-subject = How often each project is put first
results-ranked-first-series = First places
results-ranked-first-finding = { $several ->
    [one] { $projects } is put first most often: by { $count } of { $n }
   *[other] { $projects } are put first most often: by { $count } of { $n } each
}
results-ranked-first-row = { $project }: put first by { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
results-ranked-first-rule = Rule: number of votes that put the project first. The table also says how many name it at all, and at which place on average
results-ranked-borda-subject = How high each project stands in people's order
results-ranked-borda-series = Others below it, on average
results-ranked-borda-finding = { $several ->
    [one] { $projects } stands highest: above { $above } of { $others } others on average
   *[other] { $projects } stand highest: above { $above } of { $others } others on average each
}
results-ranked-borda-row = { $project }: above { $above } of { $others } others on average
results-ranked-borda-rule = Rule: Borda count, as the mean over all votes. A vote puts a project above all that it names later and all that it leaves out; of two that it leaves out, each counts as half above the other
results-ranked-named = Votes that name it
results-ranked-place = Mean place where named
results-ranked-nowhere = named by nobody
results-election-rest = The picture stops after { $shown } of { $all } projects. The table and the CSV file have them all.
results-election-selection-subject = What the greedy rule would fund
results-election-selection-finding = { $selected ->
    [0] Nothing fits into the budget
    [one] { $selected } of { $all } projects fits into the budget: { $first }
   *[other] { $selected } of { $all } projects fit into the budget, { $first } first
}
results-election-selection-rule-votes = Rule: greedy. Projects go in by number of votes, most first; what no longer fits is passed over. Ties go to the id that comes first in the alphabet
results-election-selection-rule-points = Rule: greedy. Projects go in by points for each unit of cost, most first; what no longer fits is passed over. Ties go to the id that comes first in the alphabet
