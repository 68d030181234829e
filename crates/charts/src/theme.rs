//! Colours by role. Every pair that carries text or meaning is tested for contrast.

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// What a colour is for. Layout speaks in tones, a [`Theme`] turns them into colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The ground.
    Paper,
    /// Text.
    Ink,
    /// Secondary text.
    Muted,
    /// Grid lines: visible, never loud.
    Line,
    /// Bars and dots that matter.
    Accent,
    /// A quiet fill of the same family.
    AccentSoft,
    /// Loss, attention, not selected.
    Warm,
    /// A quiet fill of the warm family.
    WarmSoft,
    /// What came before: neutral marks.
    Sand,
    /// One of several series or areas; wraps round.
    Series(usize),
    /// Step `0` of `1` to full accent.
    Level(u8, u8),
    /// Text on that level.
    OnLevel(u8, u8),
}

/// Colours and the type face.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// A CSS `font-family` list, for canvas and SVG alike.
    pub font: String,
    /// [`Tone::Paper`].
    pub paper: Rgb,
    /// [`Tone::Ink`].
    pub ink: Rgb,
    /// [`Tone::Muted`].
    pub muted: Rgb,
    /// [`Tone::Line`].
    pub line: Rgb,
    /// [`Tone::Accent`].
    pub accent: Rgb,
    /// [`Tone::AccentSoft`].
    pub accent_soft: Rgb,
    /// [`Tone::Warm`].
    pub warm: Rgb,
    /// [`Tone::WarmSoft`].
    pub warm_soft: Rgb,
    /// [`Tone::Sand`].
    pub sand: Rgb,
    /// [`Tone::Series`]: told apart under the common colour blindnesses, and always by a pattern or label as well.
    pub series: Vec<Rgb>,
}

impl Theme {
    /// Ink on warm paper.
    pub fn light() -> Self {
        Self {
            font: default_font(),
            paper: Rgb(0xfb, 0xf9, 0xf4),
            ink: Rgb(0x22, 0x30, 0x2e),
            muted: Rgb(0x58, 0x64, 0x60),
            line: Rgb(0xdd, 0xd8, 0xcb),
            accent: Rgb(0x0f, 0x5c, 0x5c),
            accent_soft: Rgb(0xb9, 0xd6, 0xd2),
            warm: Rgb(0xb4, 0x54, 0x1a),
            warm_soft: Rgb(0xf3, 0xd9, 0xc2),
            sand: Rgb(0x8c, 0x80, 0x64),
            series: vec![
                Rgb(0x0f, 0x5c, 0x5c),
                Rgb(0xb4, 0x54, 0x1a),
                Rgb(0x7b, 0x6f, 0xb0),
                Rgb(0x99, 0x72, 0x00),
                Rgb(0x2f, 0x7f, 0xb8),
                Rgb(0x9c, 0x4a, 0x72),
            ],
        }
    }

    /// White ground and colours that differ in lightness, so that a grey copy still reads.
    pub fn print() -> Self {
        Self {
            font: default_font(),
            paper: Rgb(0xff, 0xff, 0xff),
            ink: Rgb(0x00, 0x00, 0x00),
            muted: Rgb(0x44, 0x44, 0x44),
            line: Rgb(0xcc, 0xcc, 0xcc),
            accent: Rgb(0x0b, 0x3f, 0x40),
            accent_soft: Rgb(0xc9, 0xdb, 0xd9),
            warm: Rgb(0xa8, 0x4a, 0x12),
            warm_soft: Rgb(0xf0, 0xdd, 0xcc),
            sand: Rgb(0x80, 0x80, 0x80),
            series: vec![Rgb(0x0b, 0x3f, 0x40), Rgb(0xc0, 0x66, 0x28), Rgb(0x70, 0x66, 0xa0), Rgb(0x8f, 0x75, 0x20)],
        }
    }

    /// The colour of a role.
    pub fn color(&self, tone: Tone) -> Rgb {
        match tone {
            Tone::Paper => self.paper,
            Tone::Ink => self.ink,
            Tone::Muted => self.muted,
            Tone::Line => self.line,
            Tone::Accent => self.accent,
            Tone::AccentSoft => self.accent_soft,
            Tone::Warm => self.warm,
            Tone::WarmSoft => self.warm_soft,
            Tone::Sand => self.sand,
            Tone::Series(i) => {
                let count = self.series.len().max(1);
                self.series.get(i % count).copied().unwrap_or(self.accent)
            }
            Tone::Level(step, of) => self.level(step, of),
            Tone::OnLevel(step, of) => self.most_readable_on(self.level(step, of)),
        }
    }

    fn level(&self, step: u8, of: u8) -> Rgb {
        if step == 0 {
            return self.paper;
        }
        // The lowest level already stands out from the ground.
        let share = 0.28 + 0.72 * (f64::from(step) - 1.0) / (f64::from(of.max(2)) - 1.0);
        mix(self.paper, self.accent, if of <= 1 { 1.0 } else { share.min(1.0) })
    }

    /// Ink or paper if one of them will do. On a middle tone neither may; black or white always does.
    fn most_readable_on(&self, ground: Rgb) -> Rgb {
        let own = [self.ink, self.paper].into_iter().find(|color| contrast(*color, ground) >= 4.5);
        let black_or_white = if luminance(ground) > 0.179 { Rgb(0, 0, 0) } else { Rgb(0xff, 0xff, 0xff) };
        own.unwrap_or(black_or_white)
    }
}

fn default_font() -> String {
    "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif".to_owned()
}

fn mix(from: Rgb, to: Rgb, share: f64) -> Rgb {
    let part = |a: u8, b: u8| {
        let value = f64::from(a) + (f64::from(b) - f64::from(a)) * share;
        u8::try_from(crate::num::px(value)).unwrap_or(a)
    };
    Rgb(part(from.0, to.0), part(from.1, to.1), part(from.2, to.2))
}

/// Contrast ratio as WCAG 2.2 defines it.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Rgb) -> f64 {
    let linear = |part: u8| {
        let c = f64::from(part) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_marks_stand_out() {
        for theme in [Theme::light(), Theme::print()] {
            let on_paper = |tone| contrast(theme.color(tone), theme.paper);
            for text in [Tone::Ink, Tone::Muted, Tone::Accent, Tone::Warm] {
                assert!(on_paper(text) >= 4.5, "{text:?} {:.2} {theme:?}", on_paper(text));
            }
            for mark in (0..theme.series.len()).map(Tone::Series).chain([Tone::Sand]) {
                assert!(on_paper(mark) >= 3.0, "{mark:?} {:.2}", on_paper(mark));
            }
            for of in 1..=6 {
                for step in 0..=of {
                    let ratio = contrast(theme.color(Tone::OnLevel(step, of)), theme.color(Tone::Level(step, of)));
                    assert!(ratio >= 4.5, "level {step} of {of}: {ratio:.2} {theme:?}");
                }
            }
        }
    }
}
