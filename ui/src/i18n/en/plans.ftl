## Contingency plans
plan-title = Contingency plan
plan-written = plan written
plan-text = { $count ->
    [one] One of us is there. Write down in calm times what you will do at each alert level.
   *[other] { $count } of us are there. Write down in calm times what you will do at each alert level.
}
plan-always = At all times
plan-always-do = Where families meet, who calls whom, who stands in for you, where the papers are.
plan-level-1 = Alert level 1: precaution
plan-means-1 = There are signs of unrest or of a threat from outside.
plan-do-1 = Confirm everybody there: number, place, employer. Ask families to agree on one person who calls. Check the numbers of the directory.
plan-level-2 = Alert level 2: restriction
plan-means-2 = There is real danger to life and property. People should stay in, avoid crowds and be ready to leave.
plan-do-2 = Call every family once. Ask who has papers at hand and who cannot leave the employer. Note who needs help first.
plan-level-3 = Alert level 3: voluntary repatriation
plan-means-3 = There is violence in part of the country. The government brings home those who want to.
plan-do-3 = Ask every family who wants to come home. Refer those who agree to the crisis desk. Call again the same day whom you did not reach.
plan-level-4 = Alert level 4: mandatory evacuation
plan-means-4 = There is war or collapse. Everybody has to leave.
plan-do-4 = Work through the call list without stopping. Report needs at once. Prepare who meets those who arrive, where they sleep, who looks after children.
plan-own = Our own text
plan-by = { $by }, { $when }
plan-other = Another officer wrote:
plan-write = Write
plan-saved-toast = Plan saved
