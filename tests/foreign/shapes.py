"""Whether a graph of linked data (JSON-LD) is as shapes (SHACL) want it, as PyPI's pyshacl judges.

Reads {"graph": JSON-LD, "shapes": a file of Turtle} and says how many triples there are and what is wrong.
"""

import json
import sys

import pyshacl
import rdflib

asked = json.load(sys.stdin)
graph = rdflib.Graph().parse(data=json.dumps(asked["graph"]), format="json-ld")
shapes = rdflib.Graph().parse(asked["shapes"], format="turtle")
conforms, found, said = pyshacl.validate(graph, shacl_graph=shapes)
SHACL = rdflib.Namespace("http://www.w3.org/ns/shacl#")
wrong = [
    {
        "node": str(found.value(result, SHACL.focusNode)),
        "path": str(found.value(result, SHACL.resultPath)),
        "says": str(found.value(result, SHACL.resultMessage)),
    }
    for result in found.subjects(rdflib.RDF.type, SHACL.ValidationResult)
]
json.dump({"conforms": conforms, "triples": len(graph), "wrong": wrong}, sys.stdout)
