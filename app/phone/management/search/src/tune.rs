use std::sync::LazyLock;
macro_rules! params { ($($name:ident = $value:expr;)*) => {
    #[derive(Debug, Clone)]
    pub(crate) struct Params { $(pub(crate) $name: f32,)* }
    pub(crate) static P: LazyLock<Params> = LazyLock::new(|| Params { $($name: std::env::var(concat!("FT_", stringify!($name))).ok().and_then(|v| v.parse().ok()).unwrap_or($value),)* });
} }
params! {
    k1 = 0.8;
    k1_detail = 0.8;
    b_name = 0.7;
    b_keyword = 0.7;
    b_detail = 0.85;
    w_keyword = 0.7;
    w_detail = 1.0;
    uni = 0.7;
    particle = 0.1;
    asking = 0.15;
    stem = 0.9;
    prefix = 0.5;
    prefix_power = 0.5;
    begin = 0.3;
    pair = 1.0;
    family = 1.0;
    family_share = 0.8;
    slip_cost = 1.0;
    alike = 0.9;
    alike_least = 0.35;
    alike_power = 2.0;
    likely_power = 1.0;
    split_least = 1.0;
    known_alike = 0.6;
    known_most = 10.0;
    known_power = 1.0;
    known_least = 0.4;
    initials = 0.6;
    initials_known = 0.2;
    pinyin = 0.9;
    synonym = 0.65;
    all = 1.0;
    number = 0.6;
    mass = 0.5;
    prior = 4.0;
    prior_power = 2.0;
    first = 0.3;
    join = 2.0;
    power = 1.6;
    rarity = 1.0;
    gram = 0.0;
}
