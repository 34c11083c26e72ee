//! Archives that somebody else made: each that could be read in two ways, or that tells other than it holds, is refused
//! with its reason, in the time and memory that its own bytes take.

use fingertip_bundle::{Bundle, FormatError};
use fingertip_standard::limits;

/// A member as an archive has it, each part to be changed.
#[derive(Clone)]
struct Member {
    name: Vec<u8>,
    content: Vec<u8>,
    flags: u16,
    method: u16,
    crc: u32,
    packed: u32,
    size: u32,
    extra: Vec<u8>,
    attributes: u32,
}

const UTF8: u16 = 1 << 11;
const PLAIN_FILE: u32 = 0o100644 << 16;

fn member(name: &str, content: &[u8]) -> Member {
    let size = u32::try_from(content.len()).expect("a small member");
    Member {
        name: name.as_bytes().to_vec(),
        content: content.to_vec(),
        flags: if name.is_ascii() { 0 } else { UTF8 },
        method: 0,
        crc: crc32fast::hash(content),
        packed: size,
        size,
        extra: Vec::new(),
        attributes: PLAIN_FILE,
    }
}

impl Member {
    /// What header and directory say in the same order.
    fn said(&self) -> Vec<u8> {
        let mut bytes = vec![20, 0];
        for value in [self.flags, self.method, 0, 0x21] {
            bytes.extend(value.to_le_bytes());
        }
        for value in [self.crc, self.packed, self.size] {
            bytes.extend(value.to_le_bytes());
        }
        for length in [self.name.len(), self.extra.len()] {
            bytes.extend(u16::try_from(length).expect("short").to_le_bytes());
        }
        bytes
    }

    fn local(&self) -> Vec<u8> {
        [b"PK\x03\x04".as_slice(), &self.said(), &self.name, &self.extra, &self.content].concat()
    }

    fn listed(&self, offset: usize) -> Vec<u8> {
        let offset = u32::try_from(offset).expect("a small archive").to_le_bytes();
        let attributes = self.attributes.to_le_bytes();
        let parts: [&[u8]; 7] =
            [b"PK\x01\x02\x14\x03", &self.said(), &[0; 6], &attributes, &offset, &self.name, &self.extra];
        parts.concat()
    }
}

/// An archive of these contents with this directory.
fn joined(contents: &[u8], directory: &[u8], entries: usize) -> Vec<u8> {
    let count = u16::try_from(entries).expect("few").to_le_bytes();
    let number = |value: usize| u32::try_from(value).expect("small").to_le_bytes();
    let (size, offset) = (number(directory.len()), number(contents.len()));
    let parts: [&[u8]; 8] =
        [contents, directory, b"PK\x05\x06\0\0\0\0", &count, &count, &size, &offset, &[0, 0]];
    parts.concat()
}

/// An archive as everybody makes it, but for what is listed of each member.
fn archive_listing(members: &[Member], listed: impl Fn(&Member, usize) -> Vec<u8>) -> Vec<u8> {
    let (mut contents, mut directory) = (Vec::new(), Vec::new());
    for member in members {
        directory.extend(listed(member, contents.len()));
        contents.extend(member.local());
    }
    joined(&contents, &directory, members.len())
}

fn archive(members: &[Member]) -> Vec<u8> {
    archive_listing(members, Member::listed)
}

fn manifest() -> Member {
    let manifest = serde_json::json!({
        "app_id": "cn.example.hrss.card", "name": "Card", "lang": "en",
        "version": {"code": 1, "name": "1.0.0"}, "platform_version": {"min_code": 1},
        "pages": ["pages/index"], "icons": [{"src": "icon.svg"}],
        "fingertip": {
            "standard": "1.0", "department": "hrss", "names": {"en": "Card"}, "component": "component.wasm",
            "languages": ["en"], "services": ["card"], "entries": [{"route": "/"}]
        }
    });
    member("manifest.json", manifest.to_string().as_bytes())
}

/// A mini-app with one member more.
fn with(extra: Member) -> Vec<Member> {
    vec![manifest(), member("component.wasm", b"\0asm"), member("i18n/en.ftl", b"title = Card\n"), extra]
}

fn icon() -> Member {
    member("common/icon.svg", b"<svg/>")
}

fn read(bytes: &[u8]) -> Result<Bundle, String> {
    Bundle::read(bytes).map_err(|error| match error {
        FormatError::Malformed { reason } => reason,
        other => panic!("{other:?} is not about the archive"),
    })
}

#[track_caller]
fn refused(bytes: &[u8], why: &str) {
    let reason = read(bytes).map(|_| ()).expect_err(why);
    assert!(reason.contains(why), "{reason:?} does not say {why:?}");
}

/// A member with one thing changed, in both places.
#[track_caller]
fn refused_with(change: impl Fn(&mut Member), why: &str) {
    let mut changed = icon();
    change(&mut changed);
    refused(&archive(&with(changed)), why);
}

#[test]
fn an_archive_of_another_tool_is_read() {
    let mut picture = member("common/图标.svg", b"<svg/>");
    // Info-ZIP's time of change.
    picture.extra = vec![0x55, 0x54, 5, 0, 1, 1, 2, 3, 4];
    let mut members = with(picture);
    for stub in ["app.js", "app.css", "pages/index.js", "pages/index.css"] {
        members.push(member(stub, b""));
    }
    members.push(member("icon.svg", b"<svg/>"));
    // MS-DOS' mark of a file that was changed, and no kind.
    members[3].attributes = 0x20;
    let bundle = read(&archive(&members)).expect("read");
    assert_eq!(bundle.files["common/图标.svg"].as_ref(), b"<svg/>");
    assert_eq!(bundle.files.len(), 6);
}

#[test]
fn members_that_share_bytes_are_refused_before_they_are_read() {
    // The same content under 253 names: 253 MB of 1 MB.
    let kernel = member("common/a", &vec![7; 1 << 20]);
    let (mut contents, mut directory) = (Vec::new(), Vec::new());
    for own in with(kernel.clone()) {
        directory.extend(own.listed(contents.len()));
        contents.extend(own.local());
    }
    let offset = contents.len() - kernel.local().len();
    for at in 0..252 {
        let name = format!("common/b{at}").into_bytes();
        directory.extend(Member { name, ..kernel.clone() }.listed(offset));
    }
    refused(&joined(&contents, &directory, 256), "does not begin where the one before it ends");

    // One member's header and content inside another's content.
    let inner = member("common/inner.svg", b"<svg/>");
    let outer = member("common/outer.svg", &inner.local());
    let members = with(outer.clone());
    let plain = archive(&members);
    let inside = members.iter().map(|member| member.local().len()).sum::<usize>() - inner.local().len();
    let mut directory = Vec::new();
    let mut at = 0;
    for member in &members {
        directory.extend(member.listed(at));
        at += member.local().len();
    }
    directory.extend(inner.listed(inside));
    refused(&joined(&plain[..at], &directory, 5), "does not begin where the one before it ends");
}

#[test]
fn a_member_that_comes_twice_is_refused() {
    let mut members = with(icon());
    members.push(member("common/icon.svg", b"<svg></svg>"));
    refused(&archive(&members), "comes twice");
    // The program itself, the second time another.
    let mut members = with(icon());
    members.push(member("component.wasm", b"\0asm another"));
    refused(&archive(&members), "comes twice");
}

#[test]
fn names_that_differ_only_by_case_or_form_of_letters_are_refused() {
    for (one, other) in [
        ("common/icon.svg", "common/Icon.SVG"),
        ("common/é.svg", "common/e\u{301}.svg"),
        ("common/straße.svg", "common/STRASSE.svg"),
        ("common/k.svg", "common/\u{212a}.svg"),
        ("common/a.svg", "common/\u{ff41}.svg"),
    ] {
        let mut members = with(member(one, b"<svg/>"));
        members.push(member(other, b"<svg/>"));
        refused(&archive(&members), "comes twice");
    }
    refused(&archive(&with(member("Manifest.json", b"{}"))), "comes twice");
}

#[test]
fn a_name_that_is_no_utf_8_or_leaves_the_bundle_is_refused() {
    refused_with(|own| own.name = b"common/\xff.svg".to_vec(), "is not UTF-8");
    // As code page 437 it would be another name.
    refused_with(
        |own| {
            own.name = "common/图.svg".into();
            own.flags = 0;
        },
        "is not UTF-8",
    );
    for name in ["../icon.svg", "/icon.svg", "common//icon.svg", "C:icon.svg", "common\\icon.svg", ""] {
        refused_with(|own| own.name = name.into(), "leaves the bundle");
    }
}

#[test]
fn members_that_no_manifest_names_are_refused() {
    for name in
        ["notes.txt", "i18n/fr.ftl", "other.wasm", "pages/other.js", "app.json", "icons/icon.svg", ".git"]
    {
        refused(&archive(&with(member(name, b"hidden"))), name);
    }
}

#[test]
fn links_and_folders_are_no_members() {
    for kind in [0o120777, 0o040755, 0o060644, 0o010644] {
        refused_with(|own| own.attributes = kind << 16, "is no plain file");
    }
    refused_with(|own| own.attributes = 0x10, "is no plain file");
    // A folder by its name, with content and without.
    refused(&archive(&with(member("common/", b"hidden"))), "leaves the bundle");
    refused(&archive(&with(member("common/", b""))), "leaves the bundle");
}

#[test]
fn what_is_encrypted_or_compressed_is_refused() {
    refused_with(|own| own.flags = 1, "is encrypted");
    refused_with(|own| own.flags = 1 | 1 << 6, "is encrypted");
    // Deflate, bzip2, LZMA, Zstandard, one that nobody knows, and what stands for AES.
    for method in [8, 12, 14, 93, 1234, 99] {
        refused_with(|own| own.method = method, "is compressed");
    }
    refused_with(|own| own.extra = [0x01, 0x99, 7, 0].into_iter().chain([0; 7]).collect(), "an extra field");
}

#[test]
fn a_size_that_lies_is_refused() {
    refused_with(|own| own.size += 1, "has two sizes");
    refused_with(|own| own.packed -= 1, "has two sizes");
    // Sizes that stand after the content only.
    refused_with(|own| own.flags = 1 << 3, "is packed in a way");
    // Less and more than there is, in both places.
    refused_with(|own| (own.size, own.packed) = (5, 5), "is damaged");
    refused_with(|own| (own.size, own.packed) = (7, 7), "ends in the middle");
    refused_with(|own| (own.size, own.packed) = (u32::MAX - 1, u32::MAX - 1), "ends in the middle");
    // The directory says otherwise than the header.
    let otherwise = |change: fn(&mut Member)| {
        archive_listing(&with(icon()), |member, offset| {
            let mut listed = member.clone();
            if member.name == icon().name {
                change(&mut listed);
            }
            listed.listed(offset)
        })
    };
    let changes: [fn(&mut Member); 4] = [
        |own| (own.size, own.packed) = (2, 2),
        |own| own.crc ^= 1,
        |own| own.name = b"common/other.svg".to_vec(),
        |own| own.flags = UTF8,
    ];
    for change in changes {
        refused(&otherwise(change), "differs from place to place");
    }
    refused_with(|own| own.crc ^= 1, "is damaged");
}

#[test]
fn zip64_is_refused_wherever_it_hides() {
    // Sizes and place in an extra field, with and without the mark that calls for them.
    let zip64 = [[1, 0, 16, 0].as_slice(), &6_u64.to_le_bytes(), &6_u64.to_le_bytes()].concat();
    refused_with(|own| own.extra.clone_from(&zip64), "an extra field");
    refused_with(
        |own| {
            own.extra.clone_from(&zip64);
            (own.size, own.packed) = (u32::MAX, u32::MAX);
        },
        "an extra field",
    );
    // An end record of 64 bits between the directory and the end, as it is meant to be.
    let plain = archive(&with(icon()));
    let (body, end) = plain.split_at(plain.len() - 22);
    let mut record = [b"PK\x06\x06".as_slice(), &44_u64.to_le_bytes(), &[0; 44]].concat();
    record.extend(
        [b"PK\x06\x07".as_slice(), &[0; 4], &(body.len() as u64).to_le_bytes(), &[1, 0, 0, 0]].concat(),
    );
    refused(&[body, &record, end].concat(), "stands among other bytes");
    // The same where the directory is said to hold it.
    let mut end = end.to_vec();
    let size = u32::from_le_bytes(end[12..16].try_into().expect("four"))
        + u32::try_from(record.len()).expect("small");
    end[12..16].copy_from_slice(&size.to_le_bytes());
    refused(&[body, &record, &end].concat(), "belong to no member");
    // Numbers that stand for "look elsewhere".
    for place in [8..12, 12..16, 16..20] {
        let mut bytes = plain.clone();
        let at = bytes.len() - 22;
        bytes[at..][place].fill(0xff);
        assert!(read(&bytes).is_err());
    }
    // A second name in an extra field.
    let name = [[0x75, 0x70, 6, 0, 1].as_slice(), &[0; 4], b"x"].concat();
    refused_with(|own| own.extra.clone_from(&name), "an extra field");
    refused_with(|own| own.extra = vec![0x55, 0x54, 9, 0, 1], "ends in the middle");
}

#[test]
fn nothing_stands_before_between_or_behind_the_members() {
    let plain = archive(&with(icon()));
    refused(&[b"#!/bin/sh\n".as_slice(), &plain].concat(), "stands among other bytes");
    refused(&[&plain, b"\n".as_slice()].concat(), "does not end as an archive does");
    refused(&[plain.as_slice(), &plain].concat(), "stands among other bytes");
    // A comment, told and with the bytes.
    let mut commented = plain.clone();
    let at = commented.len() - 2;
    commented[at] = 4;
    refused(&[&commented, b"more".as_slice()].concat(), "does not end as an archive does");
    // Before, between and behind, with offsets that allow for it.
    let members = with(icon());
    for gap in 0..=members.len() {
        let (mut contents, mut directory) = (Vec::new(), Vec::new());
        for (at, member) in members.iter().enumerate() {
            if at == gap {
                contents.extend(b"hidden");
            }
            directory.extend(member.listed(contents.len()));
            contents.extend(member.local());
        }
        if gap == members.len() {
            contents.extend(b"hidden");
        }
        let why = if gap == members.len() { "belong to no member" } else { "does not begin where" };
        refused(&joined(&contents, &directory, members.len()), why);
    }
    // Of another part of a divided archive.
    for place in [4, 6, 8] {
        let mut bytes = plain.clone();
        let at = bytes.len() - 22 + place;
        bytes[at] ^= 1;
        assert!(read(&bytes).is_err());
    }
}

#[test]
fn a_bundle_over_a_limit_is_refused() {
    let size = usize::try_from(limits::BUNDLE_BYTES).expect("a size") + 1;
    refused(&vec![0; size], "the limit is");
    let mut members = with(icon());
    members.extend((0..limits::BUNDLE_ENTRIES).map(|at| member(&format!("common/{at}.svg"), b"")));
    refused(&archive(&members), "too many entries");
}

#[test]
fn however_an_archive_is_cut_or_changed_its_members_are_never_more_than_it_is() {
    let plain = archive(&with(icon()));
    let check = |bytes: &[u8]| {
        if let Ok(bundle) = Bundle::read(bytes) {
            let held: usize = bundle.files.values().map(|file| file.len()).sum();
            assert!(held <= bytes.len());
        }
    };
    for end in 0..plain.len() {
        assert!(Bundle::read(&plain[..end]).is_err(), "cut at {end}");
        assert!(Bundle::read(&plain[end + 1..]).is_err(), "without the first {}", end + 1);
        for change in [1, 0x80, 0xff] {
            let mut changed = plain.clone();
            changed[end] ^= change;
            check(&changed);
        }
    }
}
