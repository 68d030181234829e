META
key;value
subunit;vote knapsacks
budget;30
vote_type;approval
PROJECTS
project_id;cost
a;10
b;20
c;30
VOTES
voter_id;vote
1;a,c
2;a,b
3;
