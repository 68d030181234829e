//! Compiles `i18n/<language>/*.ftl` into static tables.
//!
//! The Fluent runtime would cost a resident more bytes than all the app's own pages; the files stay plain Fluent, so
//! that translators and their tools can work on them. A mistake in a file stops the build and says where.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use fluent_syntax::ast;

type Messages = BTreeMap<String, ast::Pattern<String>>;
type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The language every message must have; others fall back to it.
const BASE: &str = "en";

fn main() -> Result<()> {
    let root = Path::new("../../i18n");
    println!("cargo:rerun-if-changed=../../i18n");
    let mut languages = vec![BASE.to_owned()];
    for entry in fs::read_dir(root)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name != BASE {
            languages.push(name);
        }
    }
    languages[1..].sort();
    let files: Vec<Messages> = languages.iter().map(|language| read(&root.join(language))).collect::<Result<_>>()?;
    for (language, messages) in languages.iter().zip(&files).skip(1) {
        if let Some(stray) = messages.keys().find(|name| !files[0].contains_key(*name)) {
            return Err(format!("i18n/{language}: {stray} is not in i18n/{BASE}").into());
        }
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("messages.rs"), generate(&languages, &files)?)?;
    Ok(())
}

fn read(folder: &Path) -> Result<Messages> {
    let mut messages = Messages::new();
    let mut files: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<std::result::Result<_, _>>()?;
    files.sort();
    for path in files {
        let source = fs::read_to_string(&path)?;
        let resource = fluent_syntax::parser::parse(source.clone()).map_err(|(_, errors)| {
            let at = errors.first().map_or(0, |error| error.pos.start);
            let line = source.get(..at).map_or(1, |before| before.lines().count());
            format!("{}:{line}: {:?}", path.display(), errors.first().map(|error| &error.kind))
        })?;
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let name = message.id.name;
            let pattern = message.value.ok_or_else(|| format!("{}: {name} has no value", path.display()))?;
            if messages.insert(name.clone(), pattern).is_some() {
                return Err(format!("{}: {name} is there twice", path.display()).into());
            }
        }
    }
    Ok(messages)
}

fn generate(languages: &[String], files: &[Messages]) -> Result<String> {
    let mut out = String::new();
    writeln!(out, "/// The languages of the interface; the first has every message.")?;
    writeln!(out, "pub static LANGUAGES: &[&str] = &{languages:?};\n")?;
    writeln!(out, "/// Every message, a static of its own, so that a module holds only those it says.")?;
    writeln!(out, "pub mod msg {{\n    use crate::{{Key, Message, Part}};")?;
    for name in files[0].keys() {
        let patterns: Vec<String> = files
            .iter()
            .map(|messages| messages.get(name).map_or(Ok("&[]".to_owned()), parts))
            .collect::<Result<_>>()?;
        let constant = name.to_uppercase().replace('-', "_");
        writeln!(out, "    /// `{name}`")?;
        writeln!(
            out,
            "    pub static {constant}: Message = Message {{ name: {name:?}, patterns: &[{}] }};",
            patterns.join(", ")
        )?;
    }
    let constants: Vec<String> =
        files[0].keys().map(|name| format!("&{}", name.to_uppercase().replace('-', "_"))).collect();
    writeln!(out, "    pub(crate) static ALL: &[&Message] = &[{}];\n}}", constants.join(", "))?;
    Ok(out)
}

/// A pattern as the source of a slice of parts.
fn parts(pattern: &ast::Pattern<String>) -> Result<String> {
    let parts: Vec<String> = pattern
        .elements
        .iter()
        .map(|element| match element {
            ast::PatternElement::TextElement { value } => Ok(format!("Part::Text({value:?})")),
            ast::PatternElement::Placeable { expression } => part(expression),
        })
        .collect::<Result<_>>()?;
    Ok(format!("&[{}]", parts.join(", ")))
}

fn part(expression: &ast::Expression<String>) -> Result<String> {
    match expression {
        ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }) => Ok(format!("Part::Text({value:?})")),
        ast::Expression::Inline(inline) => Ok(format!("Part::Variable({:?})", variable(inline)?)),
        ast::Expression::Select { selector, variants } => {
            let default = variants.iter().position(|variant| variant.default).unwrap_or(0);
            let variants: Vec<String> = variants
                .iter()
                .map(|variant| {
                    let key = match &variant.key {
                        ast::VariantKey::Identifier { name } => format!("Key::Word({name:?})"),
                        ast::VariantKey::NumberLiteral { value } => format!("Key::Number({value})"),
                    };
                    Ok(format!("({key}, {})", parts(&variant.value)?))
                })
                .collect::<Result<_>>()?;
            let name = variable(selector)?;
            Ok(format!(
                "Part::Select {{ variable: {name:?}, variants: &[{}], default: {default} }}",
                variants.join(", ")
            ))
        }
    }
}

fn variable(inline: &ast::InlineExpression<String>) -> Result<&str> {
    match inline {
        ast::InlineExpression::VariableReference { id } => Ok(&id.name),
        other => Err(format!("not supported in a message: {other:?}").into()),
    }
}
