//! Fills words and samples into `start.html`. The template engine escapes both.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use minijinja::{Environment, Error, ErrorKind, context, value::Serde};
use serde::{Deserialize, Serialize};

use super::words;
use crate::project::Project;
use crate::samples;

const TEMPLATE: &str = "start.html";

/// What the start page says of a sample.
#[derive(Deserialize, Serialize)]
struct Sample {
    id: String,
    title: String,
    question: String,
    #[serde(default)]
    illustrative: Option<String>,
}

/// Writes the start page into `out`.
pub(super) fn run(project: &Project, out: &Path) -> Result<()> {
    let template = fs::read_to_string(project.root().join(TEMPLATE)).context("reading start.html")?;
    let list = samples::list(project);
    let list = fs::read(&list).with_context(|| format!("reading {}; `cargo xtask build` makes it", list.display()))?;
    let page = fill(&template, &samples(project)?, &list)?;
    fs::write(out.join(TEMPLATE), page).context("writing the start page")
}

fn samples(project: &Project) -> Result<Vec<Sample>> {
    let sample = |path| {
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", Path::new(&path).display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} is no consultation", Path::new(&path).display()))
    };
    samples::sources(project)?.into_iter().map(sample).collect()
}

/// `list` is the compiled list of samples, for the programs: reading it from the page saves them a request.
fn fill(template: &str, samples: &[Sample], list: &[u8]) -> Result<String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment.add_function("say", |name: &str| {
        words(name).map_err(|error| Error::new(ErrorKind::InvalidOperation, error.to_string()))
    });
    environment.add_function("shape", basketry_pictograms::shape);
    environment.add_template(TEMPLATE, template).context("start.html is no valid template")?;
    let list = base64::engine::general_purpose::STANDARD.encode(list);
    let values = context! { samples => Serde(samples), list };
    let page = environment.get_template(TEMPLATE).and_then(|template| template.render(values));
    page.context("start.html cannot be filled")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(title: &str) -> Sample {
        Sample { id: "a".into(), title: title.into(), question: "?".into(), illustrative: None }
    }

    #[test]
    fn words_and_samples_are_filled_in_and_escaped() {
        let template =
            "<h1>{{ say(\"app-name\") }}</h1>{% for sample in samples %}<p>{{ sample.title }}</p>{% endfor %}";
        let page = fill(template, &[sample("a < b & c"), sample("d")], &[]).unwrap();
        assert_eq!(page, "<h1>Basketry</h1><p>a &lt; b &amp; c</p><p>d</p>");
    }

    #[test]
    fn the_programs_find_the_list_of_samples_in_the_page() {
        assert_eq!(fill("<i data-samples=\"{{ list }}\">", &[], b"list").unwrap(), "<i data-samples=\"bGlzdA==\">");
    }

    #[test]
    fn a_word_that_is_not_there_stops_the_build() {
        let error = fill("{{ say(\"no-such-words\") }}", &[], &[]).unwrap_err();
        assert!(format!("{error:#}").contains("no message named no-such-words"), "{error:#}");
        assert!(fill("{{ nothing }}", &[], &[]).is_err());
    }
}
