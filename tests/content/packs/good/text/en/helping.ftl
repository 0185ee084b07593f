helping-how = How?
    .label = How
    .explain = How.
    .choice-present = Here
    .choice-waiting = Not yet
