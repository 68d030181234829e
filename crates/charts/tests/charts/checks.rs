//! What must hold for every layout.

use basketry_charts::{Approximate, Chart, Mark, Rect, Scene, View, scene};

/// Lays a chart out and checks it: everything inside, no text on text, no hit on hit.
pub(crate) fn sound(chart: &Chart, view: &View) -> Scene {
    let scene = scene(chart, view, &Approximate);
    let id = format!("{} at {}", chart.data().id, view.width);
    let page = Rect { x: -0.5, y: -0.5, width: scene.width + 1.0, height: scene.height + 1.0 };
    let inside = |rect: &Rect| {
        rect.x >= page.x && rect.y >= page.y && rect.right() <= page.right() && rect.bottom() <= page.bottom()
    };
    for mark in &scene.marks {
        assert!(inside(&bounds(mark)), "{id}: {mark:?} is outside {page:?}");
    }
    let texts: Vec<_> = scene.texts().collect();
    for (i, words) in texts.iter().enumerate() {
        for other in &texts[i + 1..] {
            assert!(!words.rect().overlaps(&other.rect()), "{id}: {words:?} on {other:?}");
        }
    }
    for (i, hit) in scene.hits.iter().enumerate() {
        assert_eq!(hit.index, i);
        assert!(inside(&hit.rect), "{id}: {hit:?} is outside");
        assert!(hit.rect.width > 0.0 && hit.rect.height > 0.0 && !hit.label.is_empty(), "{id}: {hit:?} can't be hit");
        for other in &scene.hits[i + 1..] {
            assert!(!hit.rect.overlaps(&other.rect), "{id}: {hit:?} on {other:?}");
        }
    }
    scene
}

fn bounds(mark: &Mark) -> Rect {
    match mark {
        Mark::Fill(rect, _) | Mark::Outline(rect, ..) => *rect,
        Mark::Line(from, to, ..) => around(&[*from, *to]),
        Mark::Dot((x, y), radius, _) => Rect::edges(x - radius, y - radius, x + radius, y + radius),
        Mark::Shape(points, _) => around(points),
        Mark::Text(words) => words.rect(),
    }
}

fn around(points: &[(f64, f64)]) -> Rect {
    let xs = || points.iter().map(|point| point.0);
    let ys = || points.iter().map(|point| point.1);
    let least = |values: &mut dyn Iterator<Item = f64>| values.reduce(f64::min).unwrap();
    let most = |values: &mut dyn Iterator<Item = f64>| values.reduce(f64::max).unwrap();
    Rect::edges(least(&mut xs()), least(&mut ys()), most(&mut xs()), most(&mut ys()))
}
