#!/usr/bin/env bash
# A page changes what a button says: `button.textContent = ...`, or its aria-label. WebKitGTK 2.50 sends nothing over AT-SPI then, and Orca 43.1
# (Debian 12) goes on saying what it heard first: after another language was chosen a screen reader reads the one before, and "Stop" is still
# called "Start". The same holds for aria-invalid and aria-describedby: an error that appears is never said. One would think that a screen
# reader asks anew when the focus comes back; it has kept the answer.
# What helps: take the element out of the layout and put it back in one go (display: none, a forced layout, and back). Its object is then a new
# one, which has the name of now, and nothing is seen of it.
# Seen: after the change still "Start", after the way round it "Stop".
# Needs Debian 12: orca xvfb xdotool dbus at-spi2-core python3-gi gir1.2-webkit2-4.1; no other Orca may run for the same user.
set -euo pipefail
work=$(mktemp -d)
pids=()
trap 'kill -9 "${pids[@]}" 2> /dev/null || true; wait 2> /dev/null || true; rm -rf "$work"' EXIT
cd "$work"
dpkg-query -W -f '${Version}\n' orca | grep -q '^43\.1' || { echo "this is about Orca 43.1"; exit 1; }
cat > page.html <<'H'
<!doctype html><html lang="en"><title>t</title>
<button id="b" onclick="this.textContent = 'Stop'">Start</button>
<button onclick="const b = document.getElementById('b'); b.style.display = 'none'; b.offsetWidth; b.style.display = ''">Renew</button></html>
H
cat > window.py <<'P'
import gi
gi.require_version("Gtk", "3.0"); gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2
window, view = Gtk.Window(title="t"), WebKit2.WebView()
window.set_default_size(400, 300); window.add(view); view.load_html(open("page.html").read(), "http://page.invalid/"); window.show_all(); Gtk.main()
P
mkdir orca
cat > orca/orca-customizations.py <<'P'
import orca.debug as debug
import orca.settings as settings
settings.speechServerFactory, settings.speechFactoryModules = None, []
settings.enableBraille = settings.enableSound = settings.enableKeyEcho = False
debug.debugFile.reconfigure(line_buffering=True)
P
Xvfb -displayfd 1 -screen 0 400x300x24 -nolisten tcp > display 2> /dev/null & pids+=($!)
until [ -s display ]; do sleep 0.2; done
DISPLAY=:$(cat display); export DISPLAY
dbus-daemon --session --nofork --nopidfile --print-address=1 > bus 2> /dev/null & pids+=($!)
until [ -s bus ]; do sleep 0.2; done
DBUS_SESSION_BUS_ADDRESS=$(cat bus); export DBUS_SESSION_BUS_ADDRESS
export NO_AT_BRIDGE=0 GTK_MODULES=gail:atk-bridge GDK_BACKEND=x11 WEBKIT_DISABLE_COMPOSITING_MODE=1 LIBGL_ALWAYS_SOFTWARE=1
LC_ALL=C.UTF-8 LANGUAGE=en GSETTINGS_BACKEND=memory orca -u orca --debug-file log > orca.out 2>&1 & pids+=($!)
touch log
said() { sed -n "s/.*SPEECH OUTPUT: '\([^']*\)'.*/\1/p" log; }
until said | grep -q 'Screen reader on'; do kill -0 $! || { cat orca.out; exit 1; }; sleep 0.3; done
/usr/bin/python3 window.py > window.log 2>&1 & pids+=($!)
# Presses a key until Orca says what is waited for, at most twenty times, and prints that.
reach() {
  for _ in $(seq 20); do
    before=$(said | wc -l); xdotool key "$1"; sleep 2
    now=$(said | tail -n +$((before + 1)) | tail -n 1)
    if grep -qE "$2" <<< "$now"; then echo "$now"; return; fi
  done
  echo "never: $2"
}
sleep 3
{
  reach Tab '^(Start|Stop) '
  xdotool key Return; sleep 2
  reach Tab '^Renew '
  reach shift+Tab '^(Start|Stop) '
  reach Tab '^Renew '
  xdotool key Return; sleep 2
  reach shift+Tab '^(Start|Stop) '
} | tee seen
printf '%s\n' 'Start push button.' 'Renew push button.' 'Start push button.' 'Renew push button.' 'Stop push button.' | diff - seen || { echo "the behaviour has changed"; exit 1; }
