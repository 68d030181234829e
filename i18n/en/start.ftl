# The start page.
start-heading = Decide together how the money should be spent
start-lead = Say what you think first. Read the facts and hear both sides. Then fill a basket within the budget and say what you think now.
start-consultations = Consultations
start-sample = A sample that comes with Basketry
start-begin = Take part
start-doors = On the day, and after
start-facilitate = I run a table
start-facilitate-text = Open a consultation, choose the table, hand the tablet round.
start-organise = I organise a consultation
start-organise-text = Bring the ballots together, see the priorities, download them.
