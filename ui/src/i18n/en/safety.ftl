## Safety of the register
sync-title = How safe is the register?
ladder-title = From this device to an emergency
rung-saved = Saved here
rung-sent = Sent
rung-kept = Kept by the buffer
rung-releasable = Can be opened in an emergency
rung-state-proven = proven
rung-state-partly = partly
rung-state-not-yet = not yet
rung-saved-figure = { $count ->
    [one] One person, sealed on this device.
   *[other] { $count } people, sealed on this device.
}
rung-sent-figure = { $count ->
    [0] Nothing waits to be sent.
    [one] One change waits to be sent.
   *[other] { $count } changes wait to be sent.
}
rung-kept-figure = { $count ->
    [0] The buffer has confirmed nothing yet.
    [one] The buffer confirmed one record. It cannot read it.
   *[other] The buffer confirmed { $count } records. It cannot read them.
}
rung-releasable-none = No custodian has confirmed yet.
rung-releasable-figure = { $j } of { $n } custodians confirmed that they can help. { $k } are needed.
only-device = One laptop away from losing it
only-device-text = Only this device can read the notes and the history. Join a federation or add a second device.
buffer = Buffer
sync-never = Never exchanged.
sync-last = Last exchanged: { $when }
sync-last-try = Last try: { $when }
sync-devices = { $count ->
    [one] One device of this register is known.
   *[other] { $count } devices of this register are known.
}
sync-nothing-lost = Nothing is lost. Everything is saved here and goes out with the next try.
sync-now = Exchange now
sync-done = Done. Sent: { $pushed }. Received: { $pulled }.
sync-conflicts = { $count ->
    [one] In one place two officers wrote different things. Both are kept.
   *[other] In { $count } places two officers wrote different things. All is kept.
}
join-title = Join a federation
join-text = Your federation gives you an address and twelve words, on paper or in person. Never by message.
join-buffer = Address of the buffer
join-words = The twelve words
join-count = { $count } of 12 words
join-compare-title = Are these the same six words?
join-compare-text = Ask the organisation that invited you to read its six words aloud, by phone or in person. Join only when all six are the same.
join-same = They are the same, join
join-differ = They differ, stop
join-stopped = Nothing was joined. Tell your federation that the words differ.
join = Join
log-proven = The public log of { $when } has this state of the register. Nobody can show an older one unnoticed.
log-unproven = Not yet proven in the public log, since { $when }. For some hours that is normal.
