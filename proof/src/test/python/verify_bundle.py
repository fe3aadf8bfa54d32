#!/usr/bin/env python3
"""Checks an evidence bundle, from docs/evidence-bundle.md alone.

Standard library only; time stamps are left to openssl. Usage: verify_bundle.py FILE
Exit 0 intact, 1 altered (each fault on a line), 66 no bundle.
"""
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib

ZERO = "0" * 64
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*\Z")
AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}|\.\d{6})?Z\Z")
faults = []


def fault(where, what):
    faults.append(f"{where}: {what}")


def sha(data):
    return hashlib.sha256(data).hexdigest()


# -- 1. the file

def local(name, crc, size):
    n = name.encode("latin-1")
    return struct.pack("<IHHHHHIIIHH", 0x04034B50, 10, 0, 0, 0, 0x21, crc, size, size, len(n), 0) + n


def directory(entries):
    out = b""
    for name, at, crc, size in entries:
        n = name.encode("latin-1")
        out += struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 10, 10, 0, 0, 0, 0x21, crc, size, size, len(n), 0, 0, 0, 0, 0, at) + n
    start = entries[-1][1] + 30 + len(entries[-1][0]) + entries[-1][3] if entries else 0
    return out + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(out), start, 0)


def unzip(data):
    """The contents by name, or None where the frame is broken."""
    entries, contents, at = [], {}, 0
    while data[at:at + 4] == b"PK\x03\x04":
        if len(entries) == 9999 or len(data) < at + 30:
            fault(f"byte {at}", "too many entries, or cut off")
            return None
        crc, size, length = struct.unpack_from("<I", data, at + 14)[0], struct.unpack_from("<I", data, at + 18)[0], \
            struct.unpack_from("<H", data, at + 26)[0]
        name = data[at + 30:at + 30 + length].decode("latin-1")
        if len(name) > 120 or not NAME.match(name) or name in contents:
            fault(f"byte {at}", "a name that cannot be, or twice")
            return None
        if data[at:at + 30 + length] != local(name, crc, size):
            fault(name, f"its header at byte {at} is not as written")
            return None
        begin = at + 30 + length
        if begin + size > len(data):
            fault(name, "cut off")
            return None
        contents[name] = data[begin:begin + size]
        if zlib.crc32(contents[name]) != crc:
            fault(name, f"check sum, at byte {begin}")
        entries.append((name, at, crc, size))
        at = begin + size
    if data[at:] != directory(entries):
        fault(entries[-1][0] if entries else "file", f"the directory from byte {at} is not as written")
        return contents if data[at:at + 4] == b"PK\x01\x02" else None
    return contents


# -- JSON

def no_twins(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name comes twice")
    return found


def read_json(contents, name):
    try:
        value = json.loads(contents[name].decode("utf-8"), object_pairs_hook=no_twins)
        if isinstance(value, dict):
            return value
    except (KeyError, ValueError):
        pass
    fault(name, "cannot be read")
    return {}


# -- 3. chains

def spell(text):
    out = ""
    for c in text:
        if c in '"\\':
            out += "\\" + c
        elif c == "\n":
            out += "\\n"
        elif c < " " or c in "\u2028\u2029" or "\ud800" <= c <= "\udfff":
            out += "\\u%04x" % ord(c)
        elif c > "\uffff":
            n = ord(c) - 0x10000
            out += "\\u%04x\\u%04x" % (0xD800 + (n >> 10), 0xDC00 + (n & 0x3FF))
        else:
            out += c
    return out


FIELDS = ["at", "actor", "act", "subject", "body", "before", "hash"]


def spelt(link):
    return '{"number":%d' % link["number"] + "".join(',"%s":"%s"' % (f, spell(link[f])) for f in FIELDS) + "}"


def hash_of(link):
    data = struct.pack(">Q", link["number"]) + bytes.fromhex(link["before"])
    for field in FIELDS[:5]:
        # A lone surrogate has no UTF-8; it is hashed as a question mark.
        text = link[field].encode("utf-8", "replace")
        data += struct.pack(">I", len(text)) + text
    return sha(data)


def chain(contents, name, listed=None):
    if name not in contents:
        fault(name, "is not there")
        return []
    try:
        lines = contents[name].decode("utf-8").split("\n")
    except UnicodeDecodeError as wrong:
        fault(name, f"is no UTF-8 near byte {wrong.start}")
        return []
    if lines[-1] != "" or len(lines) < 2:
        fault(name, "does not end with a line feed")
        return []
    links, before = [], ZERO
    for number, line in enumerate(lines[:-2], 1):
        try:
            link = json.loads(line, object_pairs_hook=no_twins)
            assert list(link) == ["number"] + FIELDS and type(link["number"]) is int and spelt(link) == line
            assert all(type(link[f]) is str for f in FIELDS) and AT.match(link["at"])
            assert re.fullmatch("[0-9a-f]{64}", link["before"]) and re.fullmatch("[0-9a-f]{64}", link["hash"])
        except (ValueError, AssertionError, KeyError, TypeError):
            fault(f"{name}, step {number}", "is not as written")
            continue
        if link["number"] != number:
            fault(f"{name}, step {number}", f"step {link['number']} stands here")
        if link["before"] != before:
            fault(f"{name}, step {number}", "does not follow the one before it")
        if link["hash"] != hash_of(link):
            fault(f"{name}, step {number}", "was changed")
        before = link["hash"]
        links.append(link)
    if lines[-2] != '{"entries":%d,"head":"%s"}' % (len(links), before):
        fault(name, "its last line is not as written")
    if listed is not None and [link["hash"] for link in links] != listed:
        here = [link["hash"] for link in links]
        for place in range(max(len(here), len(listed))):
            if here[place:place + 1] != listed[place:place + 1]:
                fault(f"{name}, step {place + 1}", "is not the one that the manifest lists")
    return links


def words(link):
    try:
        body = json.loads(link["body"], object_pairs_hook=no_twins)
        return body if isinstance(body, dict) else {}
    except ValueError:
        return {}


# -- 9. stamps

def stamp(where, data, response):
    """Whether the stamp is of these bytes, and signed under the certificate that it carries."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: os.path.join(folder, name) for name in ("data", "tsr", "pem")}
        for name, content in (("data", data), ("tsr", response)):
            with open(paths[name], "wb") as out:
                out.write(content)
        token = subprocess.run(["openssl", "ts", "-reply", "-in", paths["tsr"], "-token_out"], capture_output=True)
        certificates = subprocess.run(
            ["openssl", "pkcs7", "-inform", "DER", "-print_certs"], input=token.stdout, capture_output=True)
        with open(paths["pem"], "wb") as out:
            out.write(certificates.stdout)
        done = subprocess.run(
            ["openssl", "ts", "-verify", "-data", paths["data"], "-in", paths["tsr"], "-CAfile", paths["pem"]],
            capture_output=True, text=True)
        if done.returncode != 0 or "OK" not in done.stdout:
            fault(where, "openssl does not accept the time stamp: " + done.stderr.strip()[-200:])


def main(path):
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as broken:
        print(f"cannot be read: {broken}")
        return 66
    same = sum(a == b for a, b in zip(data[:4], b"PK\x03\x04"))
    if same < 3 or not (data[30:40] == b"README.txt" or b"ronda-bundle/1" in data[:1024]):
        print("no bundle")
        return 66
    contents = unzip(data)
    if contents is not None:
        check(contents)
    for line in faults:
        print("Altered: " + line)
    if not faults:
        print("Intact: SHA-256 " + sha(data))
    return 1 if faults else 0


def check(contents):
    names = list(contents)
    seal = chain(contents, "seal.jsonl")
    if [link["act"] for link in seal] not in (["sealed", "stamped"], ["sealed", "not-stamped"]) \
            or seal[0]["subject"] != seal[1]["subject"]:
        fault("seal.jsonl", "is not the two lines of a seal")
        seal = []
    end = ["manifest.json", "seal.jsonl"]
    if seal and seal[1]["act"] == "stamped":
        end[1:1] = ["stamps/manifest.tsr", "stamps/manifest.pem"]
    if names[-len(end):] != end:
        fault("seal.jsonl", "the file does not end as it should")
    manifest = read_json(contents, "manifest.json")
    if seal:
        said, stamped = words(seal[0]), words(seal[1])
        expected = [("manifest.json", said.get("manifest"))]
        if seal[1]["act"] == "stamped":
            expected += [("stamps/manifest.tsr", stamped.get("stamp")), ("stamps/manifest.pem", stamped.get("certificates"))]
        for name, hash_ in expected:
            if name not in contents or sha(contents[name]) != hash_:
                fault(name, "is not what the seal says")
        if not said.get("format") == manifest.get("format") == "ronda-bundle/1":
            fault("manifest.json", "is of another format")

    listed = manifest.get("entries", [])
    if [entry.get("name") for entry in listed] != names[:-len(end)]:
        there, wanted = set(names[:-len(end)]), {entry.get("name") for entry in listed}
        for name in sorted(there - wanted):
            fault(name, "was added")
        for name in sorted(wanted - there):
            fault(name, "was removed")
        if there == wanted:
            fault("manifest.json", "the entries stand in another order")
    for entry in listed:
        content = contents.get(entry.get("name"))
        if content is not None and (len(content) != entry.get("size") or sha(content) != entry.get("sha256")):
            fault(entry["name"], "its size or hash is not what the manifest says")

    steps = chain(contents, "chain.jsonl", manifest.get("steps"))
    touches = chain(contents, "custody.jsonl", manifest.get("touches"))
    about = read_json(contents, "case.json")
    subject = "case:" + str(about.get("case"))
    if seal and seal[0]["subject"] != subject:
        fault("case.json", "is about another case than the seal")
    items, known = {}, set()
    for number, item in enumerate(about.get("items", []), 1):
        folder = "items/%04d/" % number
        known.add(folder + "record.json")
        known.add(folder + "record.tsr")
        items[item.get("item")] = item.get("sha256")
        record = read_json(contents, folder + "record.json")
        if item.get("folder") != folder or sha(contents.get(folder + "record.json", b"")) != item.get("sha256"):
            fault(folder, "its record is not the one listed")
        if record.get("item") != item.get("item") or record.get("kind") != item.get("kind"):
            fault(folder, "its record is of another item")
        parts = {part["name"]: part for part in record.get("parts", [])}
        for name, part in parts.items():
            content = contents.get(folder + name)
            known.add(folder + name)
            if (content is None) != (name in item.get("withheld", [])):
                fault(folder + name, "is missing, or was to be withheld")
            elif content is not None and (sha(content) != part["sha256"] or str(len(content)) != part["size"]):
                fault(folder + name, "is not what the record says")
        if set(item.get("withheld", [])) - set(parts):
            fault("case.json", "withholds what is no part")
        if folder + "record.tsr" in contents and not faults:
            stamp(folder + "record.tsr", contents[folder + "record.json"], contents[folder + "record.tsr"])
    for name in names:
        if name.startswith("items/") and name not in known:
            fault(name, "belongs to no item")

    kept = {}
    for link in steps:
        if link["subject"] != subject:
            fault(f"chain.jsonl, step {link['number']}", "is about something else")
        if link["act"] == "evidence-kept":
            kept[words(link).get("item")] = words(link).get("sha256")
    if kept != items:
        fault("case.json", "its items are not those that the history kept")
    now = {}
    for link in touches:
        item = link["subject"].removeprefix("item:")
        if item not in items or words(link).get("before") != now.get(item, ZERO):
            fault(f"custody.jsonl, step {link['number']}", "does not follow the last touch of the item")
        now[item] = words(link).get("after")
    if now != items:
        fault("custody.jsonl", "does not lead to the items as they are here")
    if seal and seal[1]["act"] == "stamped" and not faults:
        stamp("stamps/manifest.tsr", contents["manifest.json"], contents["stamps/manifest.tsr"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
