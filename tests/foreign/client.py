# Fetches a target as the reference client of The Update Framework does, and prints what it is.
# client.py REPOSITORY ROOT FOLDER TARGET
import hashlib
import importlib.metadata
import json
import os
import sys

from tuf.ngclient import Updater

repository, root, folder, target = sys.argv[1:5]
targets = os.path.join(folder, "targets")
os.makedirs(targets, exist_ok=True)
with open(root, "rb") as file:
    first = file.read()
updater = Updater(
    metadata_dir=folder,
    metadata_base_url=f"{repository}/metadata/",
    target_dir=targets,
    target_base_url=f"{repository}/targets/",
    bootstrap=first,
)
updater.refresh()
info = updater.get_targetinfo(target)
if info is None:
    sys.exit(f"{target} is not listed")
with open(updater.download_target(info), "rb") as file:
    content = file.read()
with open(os.path.join(folder, "root.json"), "rb") as file:
    newest = json.load(file)["signed"]["version"]
print(
    json.dumps(
        {
            "client": importlib.metadata.version("tuf"),
            "root": newest,
            "listed": info.length,
            "length": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    )
)
