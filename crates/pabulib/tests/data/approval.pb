META
key;value
description;A made-up election
num_projects;3
num_votes;7
budget;4000.00
vote_type;approval
comment;one;two
PROJECTS
project_id;cost;votes;name;category;latitude
L1;1000.0;3;"The ""Oasis""; a garden";green;50.183078631299544
2024/PCD/0003;120.50;2;A 5" pipe;;50.1
x y;80.25;0;Nothing
VOTES
voter_id;vote;age
1;2024/PCD/0003,L1,L1;30
2; L1 ;
2;;44
4;L1,2024/PCD/0003;17
