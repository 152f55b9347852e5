#!/usr/bin/env bash
# Installs the server's Debian package on a Debian 12 that systemd boots, in a virtual machine without a network, and
# watches: it starts, answers, is confined, keeps what it was given over a stop and a kill, and makes its nightly backup.
#   scripts/boot-package.sh PACKAGE [FOLDER]
# FOLDER keeps the Debian between runs (target/boot). Needs root, a Debian mirror, debootstrap, e2fsprogs and
# qemu-system-x86; QEMU names another program. Software emulation: a few minutes.
# Ends with 0 when the machine said that everything was as it should be.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -ge 1 ] || { sed -n '2,8p' "$0" >&2; exit 2; }
package=$(realpath "$1")
mkdir -p "${2:-${CARGO_TARGET_DIR:-target}/boot}"
folder=$(cd "${2:-${CARGO_TARGET_DIR:-target}/boot}" && pwd)
root="$folder/root"
qemu="${QEMU:-qemu-system-x86_64}"

if [ ! -e "$folder/prepared" ]; then
  rm -rf "$root"
  debootstrap --variant=minbase \
    --include=systemd,systemd-sysv,dbus,adduser,age,curl,procps,linux-image-cloud-amd64,initramfs-tools \
    bookworm "$root" >"$folder/debootstrap.log"
  touch "$folder/prepared"
fi
install -D -m 0644 "$package" "$root/trial/package.deb"
install -m 0755 scripts/boot-package-inside.sh "$root/trial/inside"
cat >"$root/etc/systemd/system/trial.service" <<'UNIT'
[Unit]
Description=The trial
After=multi-user.target
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'exec /trial/inside >/dev/ttyS0 2>&1'
ExecStopPost=/usr/bin/systemctl --no-block poweroff
[Install]
WantedBy=default.target
UNIT
mkdir -p "$root/etc/systemd/system/default.target.wants"
# Nobody logs in where the trial speaks.
ln -sf /dev/null "$root/etc/systemd/system/serial-getty@ttyS0.service"
ln -sf /etc/systemd/system/trial.service "$root/etc/systemd/system/default.target.wants/trial.service"
echo '/dev/vda / ext4 defaults 0 1' >"$root/etc/fstab"

rm -f "$folder/disk.ext4"
mke2fs -q -t ext4 -d "$root" "$folder/disk.ext4" 3G
kernel=$(ls "$root"/boot/vmlinuz-* | tail -1)
cp "$kernel" "$folder/vmlinuz"
cp "${kernel/vmlinuz/initrd.img}" "$folder/initrd"
timeout 1500 "$qemu" -machine q35,accel=tcg -cpu max -smp 2 -m 2048 -nographic -no-reboot -nic none \
  -drive "file=$folder/disk.ext4,format=raw,if=virtio" -kernel "$folder/vmlinuz" -initrd "$folder/initrd" \
  -append 'root=/dev/vda rw console=ttyS0 quiet systemd.show_status=no' </dev/null | stdbuf -oL tr -d "\r" | tee "$folder/console"
grep -q '^trial: passed$' "$folder/console"
