//! Writes every kind of chart as SVG, at three widths and in both themes, and a page that shows them all:
//! `cargo run -p basketry-charts --example gallery`, then open `target/charts/index.html`.
#![expect(clippy::expect_used, reason = "not shipped")]

#[path = "../tests/charts/fixtures/mod.rs"]
mod fixtures;

use basketry_charts::{Approximate, Direction, Theme, View, svg};
use std::fmt::Write as _;
use std::{env, fs, path::PathBuf};

fn main() -> std::io::Result<()> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder = target.join("charts");
    fs::create_dir_all(&folder)?;
    // The fonts at hand where there is no desktop; the widths of `Approximate` are theirs.
    let font = "'DejaVu Sans Condensed', sans-serif".to_owned();
    let themes = [("light", Theme::light()), ("print", Theme::print())];
    let mut index = String::from("<!doctype html><meta charset=utf-8><title>Charts</title>");
    for (name, theme) in themes {
        let theme = Theme { font: font.clone(), ..theme };
        for width in [360, 768, 1200] {
            for chart in fixtures::all() {
                for (kind, view) in [("bare", View::bare(width)), ("full", View::full(width))] {
                    let file = format!("{}-{name}-{width}-{kind}.svg", chart.data().id);
                    fs::write(folder.join(&file), svg(&chart, &view, &theme, &Approximate))?;
                    let _ = write!(index, "<p>{file}<br><img src=\"{file}\" alt=\"{file}\">");
                }
            }
        }
    }
    let rtl = View { direction: Direction::RightToLeft, ..View::full(768) };
    fs::write(folder.join("change-rtl.svg"), svg(&fixtures::dumbbell(), &rtl, &Theme::light(), &Approximate))?;
    fs::write(folder.join("index.html"), index)
}
