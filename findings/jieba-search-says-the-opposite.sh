#!/usr/bin/env bash
# jieba 0.42.1 (PyPI): the mode for search engines cuts long words once more into the shorter words that its dictionary knows, and knows no "not":
# from 不动产 (immovable property) it also makes 动产 (movable property), from 非机动车 (vehicles without a motor) 机动车 (motor vehicles), and leaves no sign
# that the short word was part of its opposite. One would expect more words to mean more of the same. In public services the opposites are
# different offices: who searches for a mortgage on movables gets the land registry, who registers a motor vehicle the one for bicycles. Keep such
# pairs out of the index by a list of your own, or cut in the plain mode, which keeps the words whole.
# Seen: the opposite among the words of the search mode and not among those of the plain mode. Needs python3-venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv; ./venv/bin/pip install --quiet 'jieba==0.42.1' 'setuptools<81'
cat > cut.py <<'P'
import logging, sys
import jieba
jieba.setLogLevel(logging.ERROR)
for service, opposite in [a.split("/") for a in sys.argv[1:]]:
    plain, search = list(jieba.cut(service)), list(jieba.cut_for_search(service))
    print(service, opposite, opposite in plain, opposite in search, " ".join(search))
P
./venv/bin/python -W ignore cut.py 不动产登记/动产 非机动车登记/机动车 非营利性组织/营利 未成年人保护/成年 | tee seen
cat > expected <<'E'
不动产登记 动产 False True 不动 动产 不动产 登记
非机动车登记 机动车 False True 机动 动车 非机动 机动车 非机动车 登记
非营利性组织 营利 False True 营利 非营利 营利性 非营利性 组织
未成年人保护 成年 False True 未成 成年 未成年 成年人 未成年人 保护
E
diff expected seen || { echo "the behaviour has changed"; exit 1; }
