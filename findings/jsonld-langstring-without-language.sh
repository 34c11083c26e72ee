#!/usr/bin/env bash
# A JSON-LD context that makes a name an rdf:langString makes a literal out of a plain text that no language belongs to, and the European profiles'
# own shapes then refuse it. CPSV-AP 3.2.0's published context types its names so ("@type": "rdf:langString"), as do its sister profiles', so one
# would expect either that a processor asks for a language or that "name": "plain" is a text like any other. rdflib 7.6.0 (PyPI) reads it without
# a word as "plain" with the datatype rdf:langString and no language, which RDF 1.1 Concepts, 3.3, does not allow, writes it out again as
# Turtle, and reads that too. pyshacl 0.40.1 says of it that its datatype is another than rdf:langString, though both are spelt alike. What it takes
# is {"@value": "plain", "@language": "en"}, where the type of the context does not come in. So write names as values with a language, never as plain texts, and
# check what is written against the shapes and not by reading it back. Needs python3 with venv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyshacl==0.40.1
cat > seen.py <<'P'
import json
from importlib.metadata import version
import pyshacl
from rdflib import RDF, Graph, Literal, URIRef

NAME, SERVICE = "http://purl.org/dc/terms/title", "https://example.org/service"
CONTEXT = {"rdf": str(RDF), "name": {"@id": NAME, "@type": "rdf:langString"}, "id": "@id"}
SHAPES = Graph().parse(data=f"""
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdf: <{RDF}> .
[] a sh:NodeShape ; sh:targetSubjectsOf <{NAME}> ; sh:property [ sh:path <{NAME}> ; sh:datatype rdf:langString ] .
""", format="turtle")

def read(name):
    document = {"@context": CONTEXT, "id": SERVICE, "name": name}
    return Graph().parse(data=json.dumps(document), format="json-ld")

def named(graph):
    return graph.value(URIRef(SERVICE), URIRef(NAME))

def conforms(graph):
    return pyshacl.validate(graph, shacl_graph=SHAPES)[0]

plain, told = read("plain"), read({"@value": "plain", "@language": "en"})
again = Graph().parse(data=plain.serialize(format="turtle"), format="turtle")
for what, graph in [("a plain text", plain), ("the same, written as Turtle and read again", again), ("with a language", told)]:
    literal = named(graph)
    print(f"{what}: {literal.n3()}, language {literal.language}, its shape takes it: {conforms(graph)}")
print("rdflib", version("rdflib"), "pyshacl", version("pyshacl"))
assert named(plain).datatype == RDF.langString and named(plain).language is None
assert named(again).datatype == RDF.langString and named(again).language is None
assert not conforms(plain) and not conforms(again) and conforms(told)
P
venv/bin/python seen.py || { echo "no longer so"; exit 1; }
