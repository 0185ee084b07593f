rule-here = Here is fine.
    .check = Made here
rule-no-papers = Without papers, ask { -office }.
    .check = No papers yet
