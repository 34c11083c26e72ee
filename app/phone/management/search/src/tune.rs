use std::sync::LazyLock;
macro_rules! params { ($($name:ident = $value:expr;)*) => {
    #[derive(Debug, Clone)]
    pub(crate) struct Params { $(pub(crate) $name: f32,)* }
    pub(crate) static P: LazyLock<Params> = LazyLock::new(|| Params { $($name: std::env::var(concat!("FT_", stringify!($name))).ok().and_then(|v| v.parse().ok()).unwrap_or($value),)* });
} }
params! {
    k1 = 1.2;
    b_name = 0.5;
    b_keyword = 0.5;
    b_detail = 0.75;
    w_keyword = 0.7;
    w_detail = 0.5;
    uni = 0.4;
    particle = 0.1;
    asking = 0.15;
    stem = 0.9;
    prefix = 0.7;
    slip = 0.6;
    slip_known = 0.0;
    split = 0.9;
    initials = 0.6;
    initials_known = 0.2;
    pinyin = 0.9;
    synonym = 0.8;
    all = 2.0;
    prior = 1.5;
    first = 0.3;
    cover = 0.0;
    gram = 0.0;
}
