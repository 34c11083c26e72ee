//! Bytes that are to be text: UTF-8, and where they are not, at which byte of which line.

use fingertip_contract::Rejected;

/// The text of a file, without a byte order mark.
///
/// # Errors
/// [`Rejected`]: it is in another encoding, or was damaged.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, Rejected> {
    let of_file = |reason: &str| Rejected { line: 1, reason: reason.to_owned(), ..Rejected::default() };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(of_file("byte 0: the file is in UTF-16; it has to be in UTF-8"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let (good, rest) = bytes.split_at(error.valid_up_to());
        let line_start = good.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
        let value = rest.first().copied().unwrap_or_default();
        let at = good.len();
        // What stands before it is good, so it can be looked at as text.
        let field = good.get(line_start..).map(|before| member_in(&String::from_utf8_lossy(before)));
        let reason = format!(
            "byte {at} (0x{value:02X}) begins no character of UTF-8; a file in GB 18030 or another encoding has to be converted first"
        );
        Rejected { line, field: field.unwrap_or_default(), reason }
    })
}

/// The member of a JSON object whose value is not ended yet; empty where there is none.
fn member_in(line: &str) -> String {
    let name = line.rfind("\":").and_then(|end| {
        let before = line.get(..end)?;
        before.rfind('"').and_then(|start| before.get(start + 1..))
    });
    name.unwrap_or_default().to_owned()
}

/// Where the lines of a text end.
#[derive(Debug)]
pub(super) struct LineEnds(Vec<usize>);

impl LineEnds {
    pub(super) fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect())
    }

    /// The line of the byte at `offset`, 1 the first.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        1 + self.0.partition_point(|end| *end < offset)
    }

    /// The line on which `part` begins, which was cut out of `whole`.
    pub(super) fn line_of(&self, whole: &str, part: &str) -> usize {
        self.line_at(part.as_ptr().addr().saturating_sub(whole.as_ptr().addr()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_utf_8_is_named_by_line_member_and_byte() {
        assert_eq!(text_of("\u{feff}{}".as_bytes()), Ok("{}"));
        // 广东 in GB 18030.
        let mut bytes = b"{}\n{\"TASK_CODE\": \"1\", \"TASK_NAME\": \"".to_vec();
        bytes.extend([0xb9, 0xe3, 0xb6, 0xab]);
        let rejected = text_of(&bytes).expect_err("it is no UTF-8");
        assert_eq!((rejected.line, rejected.field.as_str()), (2, "TASK_NAME"));
        assert!(rejected.reason.starts_with("byte 36 (0xB9)"), "{rejected}");
        assert!(text_of(b"\xff\xfe{\0}\0").expect_err("UTF-16").reason.contains("UTF-16"));
        assert!(text_of(b"\xe5\xb9").expect_err("cut off").reason.starts_with("byte 0"));
    }
}
