//! Layout of every kind of chart on phones, tablets and desks.

use crate::{checks, fixtures};
use basketry_charts::{Align, Direction, Frame, View};

#[test]
fn every_kind_fits_at_every_width() {
    for chart in fixtures::all() {
        for width in [320, 360, 519, 528, 768, 1024, 1280, 1400] {
            for frame in [Frame::Bare, Frame::Full] {
                for direction in [Direction::LeftToRight, Direction::RightToLeft] {
                    checks::sound(&chart, &View { frame, direction, ..View::bare(width) });
                }
            }
        }
    }
}

#[test]
fn a_full_picture_carries_what_figures_rest_on_and_a_bare_one_the_marks() {
    let squash = |text: &str| text.split_whitespace().collect::<String>();
    for chart in fixtures::all() {
        let written = |view: &View| {
            let scene = checks::sound(&chart, view);
            squash(&scene.texts().map(|words| words.text.as_str()).collect::<String>())
        };
        let data = chart.data();
        let full = written(&View::full(360));
        let owed = [&data.finding, &data.subject, &data.base, &data.date, &data.rule, &data.consultation];
        for text in owed.into_iter().chain(&data.notes).chain(&data.illustrative).chain(&data.held_back) {
            assert!(full.contains(&squash(text)), "{}: {text}", data.id);
        }
        let bare = written(&View::bare(360));
        assert!(bare.contains(&squash(data.illustrative.as_ref().unwrap())));
        assert!(!bare.contains(&squash(&data.base)));
    }
}

#[test]
fn right_to_left_is_the_mirror_image() {
    for chart in fixtures::all() {
        let left = checks::sound(&chart, &View::bare(700));
        let right = checks::sound(&chart, &View { direction: Direction::RightToLeft, ..View::bare(700) });
        for (a, b) in left.texts().zip(right.texts()) {
            assert!((a.rect().x - (right.width - b.rect().right())).abs() < 0.01);
            assert_eq!(a.align == Align::Left, b.align == Align::Right);
        }
        for (a, b) in left.hits.iter().zip(&right.hits) {
            assert_eq!(a.label, b.label);
        }
    }
}

#[test]
fn targets_are_large_enough_for_a_finger() {
    for chart in fixtures::all() {
        for width in [320, 768] {
            for hit in checks::sound(&chart, &View::bare(width)).hits {
                // Grouped bars are the smallest; WCAG 2.2 asks for 24, or for that much space around.
                assert!(hit.rect.height >= 17.0 && hit.rect.width >= 24.0, "{}: {hit:?}", chart.data().id);
            }
        }
    }
}
