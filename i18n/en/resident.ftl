# Stages of the day.
stage-welcome = Welcome
stage-about-you = About you
stage-first-reaction = First reaction
stage-fact-sheets = Fact sheets
stage-table-basket = Table basket
stage-own-basket = My basket
stage-considered-view = Considered view
stage-close = Check and confirm

# Welcome.
welcome-next = Start
welcome-next-table = Fill our basket
welcome-table = This is your table's basket. Fill it together; one of you holds the tablet.
welcome-budget = There is { $amount } to spend, and no more.
welcome-period = You can take part from { $from } to { $to }.
welcome-no-name = Nobody asks your name.
welcome-privacy = What happens with your answers
welcome-organiser = Asked by { $name }. You can reach them at { $contact }.
welcome-assisted = Is somebody helping you?
welcome-assisted-yes = Yes, somebody helps me with the tablet
question-lead = This helps to see who took part. You need not answer.
question-skip = Skip this question

# The short question that is asked twice.
first-title = What matters most to you?
first-lead = Share out 100 points. Give more points to what matters more. Don't think long: there will be time for that later.
first-closed = Your first reaction stays as you gave it, because you have seen the fact sheets since. You will be asked again at the end.
considered-title = And now: what matters most to you?
considered-lead = The same question as at the start. Share out 100 points again.
points-left = { $left ->
    [one] point left of 100
   *[other] points left of 100
}
points-fewer = { $area }: { $step } fewer
points-more = { $area }: { $step } more
points-not-done = There are points left
points-still-left = { $left ->
    [one] Give out { $left } more point, or leave the question out.
   *[other] Give out { $left } more points, or leave the question out.
}
points-leave-out = I'd rather leave this out
sure-title = About your points
sure-legend = How sure are you about the points you gave?
sure-low = Not at all sure
sure-high = Very sure
sure-why = Why did you choose this way?
sure-why-hint = A sentence is plenty.

# Fact sheets.
sheet-of = Fact sheet { $now } of { $of }
sheet-figures = Figures
sheet-version = Fact sheet version { $revision }
sheet-next = Go on
sheet-lead = In the hands of { $agency }
heard-legend = Had you heard of this service?
heard-yes = Yes
heard-no = No
answer-take-back = Take my answer back
kind-input = What goes in
kind-input-means = Money, staff or places: what is put into a service.
kind-output = What is done
kind-output-means = How much a service does. Doing more need not make life better.
kind-outcome = What changes
kind-outcome-means = What is different in people's lives.
kind-proxy = A stand-in
kind-proxy-means = Something that can be counted in place of what really matters.
kind-satisfaction = What people say
kind-satisfaction-means = How people judge a service.

# Arguments.
arguments-title = What speaks for it, what against?
arguments-lead = Try to argue the side you don't hold. Mark what moved you.
arguments-label = Arguments
arguments-for = For
arguments-against = Against
arguments-next = On to the next area
arguments-done = I have heard enough
argument-about = On { $item }
argument-moved = This moved me
argument-own = Your argument
argument-remove = Take it back
argument-add = Is something missing? Add it
argument-add-hint = One reason at a time. Please name no one.
argument-add-for = Add it as a reason for
argument-add-against = Add it as a reason against
argument-empty = Nothing is written yet. Write your reason first, then say which side it is on.
argument-not-added = Your reason is not added yet. Say which side it is on, or empty the field.

# The basket.
basket-title = Fill your basket
basket-title-table = Fill your table's basket
basket-lead = Put in what matters most, within the budget. Taking something out is as easy as putting it in.
basket-next = I'm done with my basket
basket-next-table = We're done with our basket
money-label = Money
money-left-of = left of { $amount }
money-in-basket = In the basket:
group-spent = { $amount } in the basket
item-in = In the basket
item-levels = How much of it?
item-put = Put it in the basket
item-take = Take it out
item-requires = Needs: { $item }
item-excludes = Not together with: { $item }
item-more = Who pays, who gains
item-lead = Who pays
item-partners = Done with
spillover-saves = { $agency } might save about { $amount }.
spillover-pays = { $agency } might have to pay about { $amount }.
refused-over-budget = This does not fit: { $amount } is missing. Take something else out, or choose less of it.
refused-requires = This only works together with “{ $item }”. Put that in first.
refused-excludes = This cannot be had together with “{ $item }”. Take that out first.
refused-needed-by = “{ $item }” needs this. Take that out first.
refused-unknown = This is not on offer.
tension-met = This meets a tension: { $tension }. You are asked about it when your basket is done.
summary-label = The basket so far
summary-basket = In the basket
summary-empty = Nothing yet. Put in what matters most first.
summary-spent = Spent
summary-outcomes = What it is for
outcome-baseline = Reading of { $date }: { $value }.
outcome-target = Aim for { $date }: { $value }.
outcome-unserved = Nothing in the basket serves this yet
summary-others = Who else saves or pays
summary-saves = might save
summary-pays = might pay
summary-assumptions = All of these are assumptions made by the organiser.

# Tensions.
tension-kicker = Two wants that pull against each other
tension-in-basket = In the basket
tension-evidence = What is known
tension-another-way = Another way round
tension-legend = What would you like to do?
tension-accept = Accept it: the basket stays as it is
tension-change = Change the basket
tension-why = Why?
tension-not-done = Choose one: accept it, or change the basket.

# Money left, dissent, and the questions at the end.
unspent-title = { $amount } is left
unspent-lead = Leaving money unspent is allowed. It helps to know why.
unspent-why = Why is this money left?
unspent-hint = Such as: nothing left is worth it, or better to save it for bad times.
dissent-title = Does somebody see it differently?
dissent-lead = A table need not agree on everything. What is written here goes with the basket.
dissent-label = What do they see differently, and why?
dissent-hint = Please name no one.
closing-title = Looking back
closing-next = Check my answers
closing-then-now = Your points: first, and now
closing-from-to = from { $then } to { $now }
closing-changed = What changed for you, and why?
closing-changed-hint = If nothing did, that is worth saying too.
closing-live-with = Could you live with your table's basket?
closing-live-low = Not at all
closing-live-high = Very well
closing-offer = What could you or your group offer?
closing-offer-hint = Time, a room, something you know.

# Check and confirm.
check-title = Check your answers
check-change = Change
check-nothing = Left out
check-basket = Basket
check-left = Left over
check-unspent = Why money is left
check-dissent = Who sees it differently
check-accepted = Accepted.
check-changed = The basket was changed for it.
check-first-sure = First reaction: how sure, and why
check-considered-sure = Considered view: how sure, and why
check-score = { $score } out of 5.
check-heard = Heard of it before: { $said }
check-moved = This moved me: { $text }
check-own-for = My reason for: { $text }
check-own-against = My reason against: { $text }
confirm-heading = Nothing counts until you confirm
confirm-text = After that your answers can't be changed, and you get a code to keep.
confirm = Confirm my answers
confirm-table = Confirm our basket
confirming = Storing…
not-stored = Your answers are not stored yet
not-stored-safe = They are all still here on this page. Nothing is lost as long as it stays open.
not-stored-download = Keep my answers as a file
receipt-title = Thank you. Your answers are stored.
receipt-text = This is your code. It shows that your answers are among those counted, and says nothing about who you are.
receipt-keep = Write it down or take a photograph of it.
receipt-next = Done: clear this device
receipt-print = Print
