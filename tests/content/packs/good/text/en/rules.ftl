rule-here = Here is fine.
    .check = Made here
rule-no-papers = Without papers, ask { -office }.
    .check = No papers yet
rule-many = With many people, ask { -office }.
    .check = Many
rule-late = The papers have expired.
    .check = Expired
