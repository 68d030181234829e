META
key;value
num_projects;2
num_votes;2
budget;149000.0
vote_type;cumulative
max_sum_points;5
PROJECTS
project_id;cost;score;name
1;149000;8;Sports field
2;25200;2;Shelter
VOTES
voter_id;vote;points
a;1;5
b;1,2;3,2
