"""Issues, shows and verifies SD-JWT credentials as PyPI's sd-jwt does. What to do comes as JSON, and so does the answer."""

import json
import sys
import time

from jwcrypto.jwk import JWK
from sd_jwt.common import SDObj
from sd_jwt.holder import SDJWTHolder
from sd_jwt.issuer import SDJWTIssuer
from sd_jwt.verifier import SDJWTVerifier

asked = json.load(sys.stdin)
if asked["do"] == "make":
    issuer_key = JWK.generate(kty="EC", crv="P-256", kid="k1")
    holder_key = JWK.generate(kty="EC", crv="P-256")
    now = int(time.time())
    claims = {"iss": asked["issuer"], "sub": "p", "vct": asked["kind"], "iat": now, "exp": now + 3600}
    claims |= {SDObj(name): value for name, value in asked["claims"].items()}
    issuer = SDJWTIssuer(
        claims,
        issuer_key,
        holder_key,
        add_decoy_claims=True,
        extra_header_parameters={"typ": "dc+sd-jwt", "kid": "k1"},
    )
    holder = SDJWTHolder(issuer.sd_jwt_issuance)
    show = {name: True for name in asked["show"]}
    holder.create_presentation(show, nonce=asked["nonce"], aud=asked["audience"], holder_key=holder_key)
    print(json.dumps({"presentation": holder.sd_jwt_presentation, "key": issuer_key.export_public(as_dict=True)}))
else:
    verifier = SDJWTVerifier(
        asked["presentation"],
        lambda issuer, header: JWK(**asked["key"]),
        expected_aud=asked["audience"],
        expected_nonce=asked["nonce"],
    )
    print(json.dumps(verifier.get_verified_payload()))
