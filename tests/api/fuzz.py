"""Fuzzes every door of a platform's published description, with a person's token, a department's and the operator's.

    python fuzz.py PLATFORM DEMO DATA FOLDER SECONDS [SEED]

Something is done in the nation first, so that ids name things that are there: cases, a rating, an upload. What schemathesis is told of
it is written to FOLDER; tokens go by the environment alone.
"""

import base64
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

OWN = pathlib.Path(__file__).parent
DEPARTMENT = "human-resources"
APP = {"department": DEPARTMENT, "app": f"cn.example.{DEPARTMENT}.social-security-card", "version": 1, "sha256": "ab"}
SUBMITTED = {"service": "social-security-card", "region": "440100", "body": "{}"}
CASES = 8


class Stay(urllib.request.HTTPRedirectHandler):
    """The provider answers with a redirect to a device that is not here."""

    def redirect_request(self, *_):
        return None


def send(url, body, headers=(), method="POST"):
    request = urllib.request.Request(url, body, dict(headers), method=method)
    try:
        return urllib.request.build_opener(Stay).open(request, timeout=20)
    except urllib.error.HTTPError as answer:
        if answer.status < 400:
            return answer
        raise RuntimeError(f"{method} {urllib.parse.urlparse(url).path}: {answer.status} {answer.read()!r}") from None


def form(url, fields):
    return send(url, urllib.parse.urlencode(fields).encode())


def sign_in(demo, who):
    verifier = base64.urlsafe_b64encode(os.urandom(48)).decode()
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    own = {"client_id": "fingertip-shell", "redirect_uri": "http://127.0.0.1:49152/cb", "scope": "openid profile"}
    proof = {"response_type": "code", "state": "s", "nonce": "n", "code_challenge": challenge, "code_challenge_method": "S256"}
    login = form(f"{demo}/oidc/login", own | proof | {"person": who, "passcode": "123456"})
    code = urllib.parse.parse_qs(urllib.parse.urlparse(login.headers["location"]).query)["code"][0]
    return json.load(form(f"{demo}/oidc/token", own | {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}))["access_token"]


def prepare(platform, person, department):
    """Cases in several states, a bad rating with what follows from it, uploads that are begun: the ids of each."""

    def ask(token, method, path, body=None, key=None):
        headers = {"authorization": f"Bearer {token}", "content-type": "application/json", "fingertip-app": json.dumps(APP)}
        headers |= {"idempotency-key": key} if key else {}
        return json.load(send(platform + path, body and json.dumps(body).encode(), headers, method))

    cases = [ask(person, "POST", "/api/v1/cases", SUBMITTED, f"case-{number}")["id"] for number in range(CASES)]
    for number, case in enumerate(cases):
        # Left as it is, taken, decided, closed: one more step each.
        for state in ["refused", "closed"][: number % 3]:
            ask(department, "POST", f"/api/v1/departments/{DEPARTMENT}/cases/{case}/steps", {"state": state})
        if number % 3 == 2:
            ask(person, "PUT", f"/api/v1/cases/{case}/rating", {"level": "dissatisfied", "text": "Nobody said why.", "reasons": ["slow"]})
    rated = ask(department, "GET", f"/api/v1/departments/{DEPARTMENT}/ratings")["ratings"]
    begun = [{"length": 1000 + number, "sha256": "ab" * 32} for number in range(3)]
    uploads = [ask(person, "POST", "/api/v1/uploads", body, f"upload-{body['length']}")["id"] for body in begun]
    return {"case": cases, "rating": [rating["id"] for rating in rated], "upload": uploads}


def configure(folder, found):
    """The configuration with what there is in the nation."""
    shutil.copy(OWN / "hooks.py", folder)
    operations = ["card-application", "pension-record", "nothing"]
    found = found | {"department": [DEPARTMENT], "operation": operations, "service": [SUBMITTED["service"]], "region": [SUBMITTED["region"]]}
    lines = []
    for name, values in found.items():
        lines.append(f"[dictionaries.{name}]\nvalues = {json.dumps(values)}")
    lines.append("[parameters]")
    # The rest of the time they are made up, or come from the answers before.
    for name in found:
        place = "body" if name in SUBMITTED else "path"
        lines.append(f'"{place}.{name}" = {{ dictionary = "{name}", probability = 0.8 }}')
    file = folder / "schemathesis.toml"
    file.write_text((OWN / "schemathesis.toml").read_text() + "\n" + "\n".join(lines) + "\n")
    return file


def main(platform, demo, data, folder, seconds, seed=None):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    data = pathlib.Path(data)
    read = lambda name: (data / name).read_text().strip()
    person, department, operator = sign_in(demo, "zhang-wei"), read(f"tokens/{DEPARTMENT}"), read("operator-token")
    file = configure(folder, prepare(platform, person, department))
    tokens = {"FINGERTIP_PERSON": person, "FINGERTIP_DEPARTMENT": department, "FINGERTIP_OPERATOR": operator}
    program = pathlib.Path(sys.executable).with_name("schemathesis")
    command = [program, "--config-file", file, "run", f"{platform}/api/v1/openapi.json", "--no-color"]
    command += ["--seed", seed] if seed else []
    began = time.monotonic()
    ends = []
    # The catalogue last: with another nothing of the above is there any more.
    for which, share in (("--exclude-operation-id", 0.85), ("--include-operation-id", 0.15)):
        own = [*command, which, "replace-catalogue", "--max-time", str(max(1, round(int(seconds) * share)))]
        ends.append(subprocess.run(own, env=os.environ | tokens, cwd=folder).returncode)
    print(f"schemathesis took {time.monotonic() - began:.0f} s", flush=True)
    return max(ends)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
