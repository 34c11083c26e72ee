"""Signs and verifies requests as PyPI's http-message-signatures does. What to do comes as JSON, and so does the answer."""

import json
import sys

from cryptography.hazmat.primitives.asymmetric import ec
from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier, MappingKeyResolver
from http_message_signatures.algorithms import ECDSA_P256_SHA256
from jwcrypto.jwk import JWK


class Request:
    """What the library wants of a request."""

    def __init__(self, asked):
        self.method, self.url, self.headers = asked["method"], asked["url"], dict(asked["headers"])


asked = json.load(sys.stdin)
request, body = Request(asked["request"]), asked["body"].encode()
if asked["do"] == "sign":
    key = ec.generate_private_key(ec.SECP256R1())
    keys = MappingKeyResolver(public_keys={}, private_keys={"k1": key})
    signer = HTTPMessageSigner(signature_algorithm=ECDSA_P256_SHA256, key_resolver=keys)
    covered = ["content-digest", "@target-uri", "@method", *asked["covered"]]
    signer.sign(request, key_id="k1", covered_component_ids=covered, tag=asked["tag"], nonce="n", label="theirs", body=body)
    public = JWK.from_pyca(key.public_key()).export_public(as_dict=True) | {"kid": "k1"}
    print(json.dumps({"headers": request.headers, "key": public}))
else:
    key = JWK(**asked["key"])
    public = key.get_op_key("verify")
    keys = MappingKeyResolver(public_keys={asked["key"]["kid"]: public}, private_keys={})
    verifier = HTTPMessageVerifier(signature_algorithm=ECDSA_P256_SHA256, key_resolver=keys)
    [verified] = verifier.verify(request, body=body, expect_tag=asked["tag"])
    covered = [name.strip('"') for name in verified.covered_components]
    print(json.dumps({"covered": [name for name in covered if name != "@signature-params"]}))
