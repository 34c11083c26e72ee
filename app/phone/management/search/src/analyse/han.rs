//! Runs of Han characters: the pieces that are searched, and what in a question says nothing of its subject.

use crate::weights;

/// How people ask and speak: particles, politeness, question words, the verbs of wanting. A general list of the spoken language;
/// longer ones first where one begins another. They end a run: what stands on both sides is not read as one word.
const ASKING: [&str; 145] = [
    "请问一下",
    "我想问一下",
    "想问一下",
    "我想咨询",
    "想咨询",
    "是怎么回事",
    "怎么回事",
    "怎么办理",
    "如何办理",
    "怎样办理",
    "应该怎么办",
    "该怎么办",
    "怎么办",
    "怎么样",
    "怎么弄",
    "怎么搞",
    "咋办",
    "咋个",
    "咋样",
    "咋弄",
    "咋整",
    "点样",
    "点办",
    "为什么",
    "为啥",
    "为何",
    "什么时候",
    "啥时候",
    "几时",
    "什么样",
    "什么",
    "甚么",
    "啥子",
    "哪里",
    "哪儿",
    "哪个",
    "哪些",
    "哪种",
    "边度",
    "有没有",
    "是不是",
    "能不能",
    "可不可以",
    "会不会",
    "要不要",
    "能否",
    "可否",
    "是否",
    "可以",
    "可不可",
    "应该",
    "应当",
    "需要",
    "需不需要",
    "想要",
    "我想",
    "我要",
    "我们",
    "咱们",
    "你们",
    "他们",
    "她们",
    "自己",
    "我的",
    "怎么",
    "怎样",
    "如何",
    "请问",
    "多少",
    "多久",
    "几个",
    "麻烦",
    "谢谢",
    "您好",
    "你好",
    "一下",
    "一个",
    "这个",
    "那个",
    "这种",
    "那种",
    "这样",
    "那样",
    "现在",
    "以后",
    "之后",
    "的话",
    "如果",
    "假如",
    "要是",
    "因为",
    "所以",
    "但是",
    "还是",
    "或者",
    "然后",
    "而且",
    "已经",
    "还能",
    "还要",
    "还可",
    "就是",
    "算是",
    "属于",
    "知道",
    "告诉",
    "帮我",
    "帮忙",
    "吗",
    "呢",
    "吧",
    "啊",
    "呀",
    "嘛",
    "哦",
    "么",
    "咋",
    "谁",
    "喺边度",
    "喺边",
    "去边度",
    "边间",
    "边个",
    "边位",
    "点搞",
    "点整",
    "点算",
    "点解",
    "几耐",
    "几多",
    "而家",
    "唔该",
    "系咪",
    "有冇",
    "得唔得",
    "哪嘎达",
    "嘎哈",
    "咋地",
    "咋子",
    "啷个",
    "哪点",
    "哪能",
    "啥地方",
    "怎么回事儿",
    "嗯",
];

/// Characters that carry little by themselves; inside a longer piece they stay.
const PARTICLES: &str = "的了是在我你他她它们这那有没不要想能会可就都也还又很把被让给和与及或等之其所个些吗呢吧啊呀么嘛哦怎咋啥谁哪几多嘅咗啲嗰喺唔俾畀佢哋咁噉咩乜嗯呃哎唉嘞喽咯侬伐俺";

/// The parts of a run that say what it is about, as characters; the whole run where nothing else is left.
pub(crate) fn subject(run: &str) -> Vec<Vec<char>> {
    let mut parts: Vec<Vec<char>> = vec![Vec::new()];
    let mut rest = run;
    while let Some(c) = rest.chars().next() {
        if let Some(asking) =
            ASKING.iter().filter(|asking| rest.starts_with(**asking)).max_by_key(|asking| asking.len())
        {
            rest = &rest[asking.len()..];
            parts.push(Vec::new());
        } else {
            rest = &rest[c.len_utf8()..];
            if let Some(part) = parts.last_mut() {
                part.push(c);
            }
        }
    }
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() { vec![run.chars().collect()] } else { parts }
}

/// Whether a character by itself says little.
pub(crate) fn is_particle(c: char) -> bool {
    PARTICLES.contains(c)
}

/// How much a piece of one or two characters counts.
pub(crate) fn weight(piece: &str) -> f32 {
    let mut chars = piece.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if is_particle(c) => weights::PARTICLE,
        (_, None) => weights::CHARACTER,
        _ => 1.0,
    }
}

/// The pieces of a run that are kept in the index: each character and each pair.
pub(crate) fn pieces(run: &[char]) -> impl Iterator<Item = String> + '_ {
    run.iter().map(|c| String::from(*c)).chain(run.windows(2).map(|pair| pair.iter().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_left_with_its_subject() {
        let parts: Vec<String> =
            subject("请问驾驶证丢了怎么补办").into_iter().map(|part| part.into_iter().collect()).collect();
        assert_eq!(parts, ["驾驶证丢了", "补办"]);
        assert_eq!(subject("怎么办"), [['怎', '么', '办']]);
    }
}
