//! Makes Rust of the nation's rules, so that a component carries them without a reader of JSON. Another nation names its own file in
//! `FINGERTIP_NATION_RULES`.

use std::{env, error::Error, fmt::Write, fs, path::PathBuf};

use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let own = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../../assets/nation/rules.json");
    let file = env::var_os("FINGERTIP_NATION_RULES").map_or(own, PathBuf::from);
    println!("cargo::rerun-if-env-changed=FINGERTIP_NATION_RULES");
    println!("cargo::rerun-if-changed={}", file.display());
    let rules: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
    let code = nation(&rules).map_err(|error| format!("{}: {error}", file.display()))?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("nation.rs"), code)?;
    Ok(())
}

fn nation(rules: &Value) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("Nation {");
    for name in ["country", "calling_code", "international_prefix", "trunk_prefix"] {
        write!(code, "{name}: {:?}.to_owned(),", text(rules, name)?)?;
    }
    for name in ["phones", "postcodes", "plates"] {
        write!(code, "{name}: {},", masks(rules, name)?)?;
    }
    write!(code, "id_numbers: vec![")?;
    for id in rules["id_numbers"].as_array().ok_or("id_numbers is a list")? {
        let check = match id["check"].as_str() {
            None => "None",
            Some("iso-7064-mod-11-2") => "Some(Check::Iso7064Mod11_2)",
            Some("luhn") => "Some(Check::Luhn)",
            Some(other) => return Err(format!("no such check: {other}").into()),
        };
        let born = id["birth_date_at"].as_u64();
        write!(
            code,
            "IdNumber {{ masks: {}, check: {check}, birth_date_at: {born:?} }},",
            masks(id, "masks")?
        )?;
    }
    let order = match rules["name_order"].as_str() {
        None | Some("given-first") => "GivenFirst",
        Some("family-first") => "FamilyFirst",
        Some(other) => return Err(format!("no such order of names: {other}").into()),
    };
    write!(code, "], name_order: NameOrder::{order} }}")?;
    Ok(code)
}

fn text<'v>(rules: &'v Value, name: &str) -> Result<&'v str, String> {
    rules[name].as_str().ok_or_else(|| format!("{name} is a text"))
}

fn masks(rules: &Value, name: &str) -> Result<String, String> {
    let list = rules[name].as_array().ok_or_else(|| format!("{name} is a list"))?;
    let texts: Option<Vec<String>> =
        list.iter().map(|mask| Some(format!("{:?}.to_owned()", mask.as_str()?))).collect();
    Ok(format!("vec![{}]", texts.ok_or_else(|| format!("{name} is a list of texts"))?.join(",")))
}
