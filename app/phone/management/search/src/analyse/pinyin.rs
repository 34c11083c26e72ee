//! How Han characters are typed with letters: all readings, words with a reading of their own, ü as v, u and yu, initials.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use pinyin::ToPinyinMulti;

/// Words in which a character has a reading that the `pinyin` crate does not give, or not first: places above all.
const WORDS: &str = "重庆 chong qing|六安 lu an|长治 chang zhi|乐清 yue qing|蚌埠 beng bu|亳州 bo zhou|丽水 li shui|厦门 xia men|\
东阿 dong e|番禺 pan yu|浚县 xun xian|台州 tai zhou|涡阳 guo yang|歙县 she xian|黟县 yi xian|枞阳 zong yang|六合 lu he|铅山 yan shan|\
洪洞 hong tong|临汾 lin fen|解州 hai zhou|繁峙 fan shi|大城 dai cheng|乐亭 lao ting|蔚县 yu xian|任丘 ren qiu|单县 shan xian|\
莘县 shen xian|东莞 dong guan|阜阳 fu yang|荥阳 xing yang|中牟 zhong mu|泌阳 bi yang|郴州 chen zhou|耒阳 lei yang|\
汨罗 mi luo|监利 jian li|黄陂 huang pi|秭归 zi gui|犍为 qian wei|荥经 ying jing|珙县 gong xian|筠连 jun lian|会理 hui li|\
栎阳 yue yang|吴堡 wu bu|柞水 zha shui|洛阳 luo yang|长春 chang chun|长沙 chang sha|长安 chang an|长兴 chang xing|尉犁 yu li|\
会计 kuai ji|银行 yin hang|律师 lv shi|调解 tiao jie|调整 tiao zheng|调查 diao cha|调动 diao dong|行业 hang ye|行政 xing zheng|\
重新 chong xin|重复 chong fu|重大 zhong da|音乐 yin yue|参加 can jia|参差 cen ci|出差 chu chai|供给 gong ji|给予 ji yu|\
成长 cheng zhang|校长 xiao zhang|还款 huan kuan|处分 chu fen|处罚 chu fa|办事处 ban shi chu|降级 jiang ji|投降 tou xiang|\
都市 du shi|首都 shou du|更正 geng zheng|更新 geng xin|更换 geng huan|变更 bian geng|量化 liang hua|测量 ce liang|朝阳 chao yang|\
石子 shi zi|宝坻 bao di|蓟州 ji zhou|井陉 jing xing|涿州 zhuo zhou|长垣 chang yuan|武陟 wu zhi|射阳 she yang|盱眙 xu yi|邗江 han jiang|\
甪直 lu zhi|鄞州 yin zhou|嵊州 sheng zhou|丽江 li jiang|勐腊 meng la|儋州 dan zhou|吕梁 lv liang|旅游 lv you|女儿 nv er|绿化 lv hua";

/// The most readings of a piece that are kept.
const READINGS: usize = 24;

static OF_WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    WORDS
        .split('|')
        .filter_map(|word| word.split_once(' '))
        .map(|(word, reading)| (word, reading.split(' ').collect()))
        .collect()
});

/// Every syllable that a character of the basic block has.
static SYLLABLES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut all: BTreeSet<String> = ('\u{4E00}'..='\u{9FFF}').flat_map(readings).collect();
    // Sounds that no word of a service has, and that would cut words of other languages into pieces.
    for rare in ["m", "n", "ng", "hm", "hng", "ê"] {
        all.remove(rare);
    }
    all
});

/// The longest syllable: `zhuang`, `chuang`, `shuang`.
const LONGEST: usize = 6;

/// The readings of one character in letters, its commonest first, ü in each way of typing it.
pub(crate) fn readings(c: char) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain();
        let ways = if plain.contains('ü') { ["v", "u", "yu"].as_slice() } else { [""].as_slice() };
        for way in ways {
            let typed = plain.replace('ü', way);
            if typed.is_ascii() && !all.contains(&typed) {
                all.push(typed);
            }
        }
    }
    all
}

/// The readings of a piece of one or two characters, written together.
pub(crate) fn readings_of(piece: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for c in piece.chars() {
        let own = readings(c);
        all = all
            .iter()
            .flat_map(|begun| own.iter().map(move |one| format!("{begun}{one}")))
            .take(READINGS)
            .collect();
    }
    if let Some(syllables) = OF_WORDS.get(piece) {
        all.push(syllables.concat());
        all.push(syllables.concat().replace('v', "u"));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The syllables of a phrase, a character each, as it is read most often.
pub(crate) fn spell(phrase: &str) -> Vec<String> {
    let chars: Vec<char> = phrase.chars().collect();
    let mut syllables: Vec<String> = Vec::new();
    while let Some(&c) = chars.get(syllables.len()) {
        let at = syllables.len();
        let word = chars.get(at..at + 2).and_then(|pair| OF_WORDS.get(String::from_iter(pair).as_str()));
        match word {
            Some(read) => syllables.extend(read.iter().map(|&syllable| syllable.to_owned())),
            None => syllables.push(readings(c).into_iter().next().unwrap_or_default()),
        }
    }
    syllables
}

/// The first letters with which a character may be typed, its commonest reading's first; two at most.
pub(crate) fn initials(c: char) -> Vec<char> {
    let mut letters: Vec<char> = Vec::new();
    for reading in readings(c) {
        if let Some(letter) = reading.chars().next()
            && !letters.contains(&letter)
        {
            letters.push(letter);
        }
    }
    letters.truncate(2);
    letters
}

/// Every word that takes one letter of each.
pub(crate) fn choices(letters: &[Vec<char>]) -> Vec<String> {
    letters.iter().fold(vec![String::new()], |begun, own| {
        begun.iter().flat_map(|one| own.iter().map(move |letter| format!("{one}{letter}"))).collect()
    })
}

/// The ways to read letters as syllables, the last one perhaps unfinished: for each way where its syllables begin.
pub(crate) fn segment(letters: &str, limit: usize) -> Vec<Vec<usize>> {
    let mut ways = Vec::new();
    if letters.is_ascii() && letters.bytes().all(|byte| byte.is_ascii_lowercase()) {
        // From where the end is reached at all: or dead ends would be walked over and over.
        let mut reaches = vec![false; letters.len() + 1];
        reaches[letters.len()] = true;
        for at in (0..letters.len()).rev() {
            reaches[at] = ends(letters, at).any(|end| reaches[end]);
        }
        go_on(letters, 0, &reaches, &mut Vec::new(), &mut ways, limit);
    }
    // Fewer syllables first, whole ones before unfinished ones.
    ways.sort_by_key(Vec::len);
    ways
}

/// Where a syllable that begins here may end, the longest first; the last one of several may be unfinished.
fn ends(letters: &str, at: usize) -> impl Iterator<Item = usize> + '_ {
    (at + 1..=letters.len().min(at + LONGEST)).rev().filter(move |end| {
        let syllable = &letters[at..*end];
        SYLLABLES.contains(syllable) || (*end == letters.len() && at > 0 && begins(syllable))
    })
}

fn go_on(
    letters: &str,
    at: usize,
    reaches: &[bool],
    begun: &mut Vec<usize>,
    ways: &mut Vec<Vec<usize>>,
    limit: usize,
) {
    if ways.len() >= limit {
        return;
    }
    if at == letters.len() {
        ways.push(begun.clone());
        return;
    }
    begun.push(at);
    for end in ends(letters, at).filter(|end| reaches[*end]) {
        go_on(letters, end, reaches, begun, ways, limit);
    }
    begun.pop();
}

/// Whether letters are a whole syllable.
pub(crate) fn is_syllable(letters: &str) -> bool {
    SYLLABLES.contains(letters)
}

fn begins(letters: &str) -> bool {
    SYLLABLES.range(letters.to_owned()..).next().is_some_and(|syllable| syllable.starts_with(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_people_there_read_them() {
        for (place, typed) in [
            ("重庆", "chongqing"),
            ("六安", "luan"),
            ("长治", "changzhi"),
            ("乐清", "yueqing"),
            ("吕梁", "lvliang"),
        ] {
            assert!(readings_of(place).contains(&typed.to_owned()), "{place} {:?}", readings_of(place));
        }
    }

    #[test]
    fn u_umlaut_is_typed_in_three_ways() {
        for typed in ["lvliang", "luliang", "lyuliang"] {
            assert!(readings_of("吕梁").contains(&typed.to_owned()), "{typed}");
        }
    }

    #[test]
    fn letters_are_read_as_syllables() {
        assert_eq!(segment("shebaoka", 8)[0], [0, 3, 6]);
        assert!(segment("luan", 8).contains(&vec![0, 2]));
        assert!(segment("shebaok", 8).contains(&vec![0, 3, 6]));
        assert!(segment("passport", 8).is_empty());
    }
}
