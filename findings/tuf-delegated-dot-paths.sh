#!/usr/bin/env bash
# A TUF delegation of paths with a pattern. The specification (1.0.34, section 4.5) has the shell's wildcards * and ?, which do not pass over the
# separator, and does not speak of a dot in front. python-tuf 7.0.1, the reference implementation, lets * stand for any name. @tufjs/models 5.0.0
# (npm, of tuf-js 6) hands the pattern to a library for file names, where * does not stand for a name that begins with a dot, as in a shell, and
# where a pattern that begins with # is a comment and matches nothing, not even itself. One would expect the two implementations of one foundation
# to find the same targets. So a repository whose role signs "shop/*" has shop/.well-known.json for Python clients and not for JavaScript ones,
# which say that the target is not there. Give no target a name with a dot or a # in front.
# Seen: three of three taken by python, one by JavaScript. Needs python3-venv, node.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv; ./venv/bin/pip install --quiet 'tuf==7.0.1' 'securesystemslib==1.6.0'
npm install --silent --no-audit --no-fund @tufjs/models@5.0.0 > npm.log 2>&1 || { cat npm.log; exit 1; }
cat > ask.py <<'P'
import json, sys
from tuf.api.metadata import Delegations
for pattern, path in [a.split() for a in sys.argv[1:]]:
    key = {"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": "00" * 32}}
    role = {"name": "shop", "keyids": ["a"], "threshold": 1, "terminating": False, "paths": [pattern]}
    roles = list(Delegations.from_dict({"keys": {"a": key}, "roles": [dict(role)]}).get_roles_for_target(path))
    print("python", pattern, path, "taken" if roles else "not taken")
P
cat > ask.mjs <<'J'
import { Metadata, MetadataKind } from '@tufjs/models';
for (const [pattern, path] of process.argv.slice(2).map((pair) => pair.split(' '))) {
  const key = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: '00'.repeat(32) } };
  const role = { name: 'shop', keyids: ['a'], threshold: 1, terminating: false, paths: [pattern] };
  const signed = {
    _type: 'targets', spec_version: '1.0.0', version: 1, expires: '2030-01-01T00:00:00Z', targets: {},
    delegations: { keys: { a: key }, roles: [role] },
  };
  const { delegations } = Metadata.fromJSON(MetadataKind.Targets, { signatures: [], signed }).signed;
  console.log('javascript', pattern, path, [...delegations.rolesForTarget(path)].length ? 'taken' : 'not taken');
}
J
pairs=('shop/* shop/list.json' 'shop/* shop/.well-known.json' '#1/* #1/list.json')
{ ./venv/bin/python ask.py "${pairs[@]}"; node ask.mjs "${pairs[@]}"; } | tee seen
cat > expected <<'E'
python shop/* shop/list.json taken
python shop/* shop/.well-known.json taken
python #1/* #1/list.json taken
javascript shop/* shop/list.json taken
javascript shop/* shop/.well-known.json not taken
javascript #1/* #1/list.json not taken
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
