#!/bin/bash
# The part of boot-package.sh that runs inside the machine, as root, once systemd is up.
set -uo pipefail
data=/var/lib/ugnay
url=http://127.0.0.1:8700
box="$url/v1/boxes/00112233445566778899aabbccddeeff"
failed=0

# WORDS COMMAND…: what must hold.
must() {
  local words="$1"
  shift
  if "$@" >/run/said 2>&1; then echo "trial: ok      $words"; else
    failed=1
    echo "trial: FAILED  $words"
    tail -20 /run/said
  fi
}
not() { ! "$@"; }
as() { runuser -u ugnay -- "$@"; }
answers() { curl -sf --retry 120 --retry-delay 1 --retry-connrefused -o /dev/null "$url/health"; }
holds() { [ "$(systemctl show -P "$2" "$1")" = "$3" ]; }
status() { grep -Eq "^$1:[[:space:]]*$2" "/proc/$(systemctl show -P MainPID ugnay-buffer)/status"; }
kept() { curl -sf "$box?after=0" | grep -aq "$1"; }

echo "trial: $(systemctl --version | head -1), Linux $(uname -r)"
must 'the package installs' dpkg -i /trial/package.deb
must 'its account is there' id ugnay
must 'its folder is its own' [ "$(stat -c %a:%U:%G $data)" = 700:ugnay:ugnay ]
must 'nothing runs before it is set up' not systemctl is-active ugnay-buffer.service
must 'the units are right' systemd-analyze verify /lib/systemd/system/ugnay-buffer*.{service,timer}
must 'init' as ugnay-buffer init --data $data --origin buffer.example/log
must 'enabled and started' systemctl enable --now ugnay-buffer.service ugnay-buffer-backup.timer
must 'it answers' answers
must 'it runs' systemctl is-active ugnay-buffer.service
must 'as its account' status Uid "$(id -u ugnay)[[:space:]]"
must 'with one right of the superuser, to listen on 443' status CapEff 0000000000000400
must 'that it cannot add to' status NoNewPrivs 1
must 'behind a filter of system calls' status Seccomp 2
must 'the doctor finds nothing' as ugnay-buffer doctor --data $data
grep -E 'WARNING|FAILURE' /run/said
must 'far from open' systemd-analyze security --threshold=25 --no-pager ugnay-buffer.service
grep 'Overall' /run/said
must 'a message is taken' curl -sf --data-binary 'sealed, as far as it knows' -o /dev/null "$box"
must 'it stops' systemctl stop ugnay-buffer.service
must 'by itself, in time' holds ugnay-buffer.service Result success
must 'it starts again' systemctl start ugnay-buffer.service
must 'it answers again' answers
must 'the message is there' kept 'sealed, as far as it knows'
must 'another message is taken' curl -sf --data-binary 'the second one' -o /dev/null "$box"
systemctl kill --signal=KILL ugnay-buffer.service
must 'killed, it comes back by itself' answers
must 'after a restart by systemd' holds ugnay-buffer.service NRestarts 1
must 'with both messages' kept 'the second one'

age-keygen -o /run/organisation.key 2>/dev/null
# Before the tables of the settings, should there be any.
sed -i "1i backup_encrypt = [\"age\", \"-r\", \"$(age-keygen -y /run/organisation.key)\"]" $data/buffer.toml
must 'the timer waits' systemctl is-active ugnay-buffer-backup.timer
systemctl list-timers --no-pager ugnay-buffer-backup.timer | sed -n 2p
must 'the backup of the night' systemctl start ugnay-buffer-backup.service
must 'ends well' holds ugnay-buffer-backup.service Result success
backup=$(ls /var/backups/ugnay/*.age 2>/dev/null)
must 'and leaves one file and its report' [ -s "$backup.json" ]
must 'confined as well' systemd-analyze security --threshold=25 --no-pager ugnay-buffer-backup.service
grep 'Overall' /run/said
install -d -m 0700 -o ugnay -g ugnay /run/elsewhere
must 'which comes back elsewhere' ugnay-buffer restore --data /run/elsewhere --from "$backup" --decrypt age -d -i /run/organisation.key
# The night itself: the clock is set to just before, and the timer does it.
rm -f /var/backups/ugnay/*
systemctl stop ugnay-buffer-backup.timer
mkdir -p /run/systemd/system/ugnay-buffer-backup.timer.d
printf '[Timer]\nRandomizedDelaySec=0\n' >/run/systemd/system/ugnay-buffer-backup.timer.d/now.conf
systemctl daemon-reload
date -s "$(date +%Y-%m-%d) 02:29:50 tomorrow" >/dev/null
systemctl start ugnay-buffer-backup.timer
for _ in $(seq 120); do
  ls /var/backups/ugnay/*.age.json >/dev/null 2>&1 && break
  sleep 1
done
must 'at half past two the timer makes one' ls /var/backups/ugnay/*.age.json
must 'the package goes' dpkg -r ugnay-buffer
must 'the data stays' [ -s $data/buffer.sqlite ]
[ $failed = 0 ] || journalctl --no-pager -u 'ugnay-buffer*' | tail -40
[ $failed = 0 ] && echo 'trial: passed'
exit $failed
