//! The table that is printed at the end.

/// One measured thing.
pub struct Line {
    /// What was measured.
    pub what: String,
    /// Fairlead's number, with its unit.
    pub fairlead: String,
    /// The number beside it, where there is one.
    pub beside: String,
    /// What was aimed for, and whether it was reached.
    pub goal: String,
}

impl Line {
    /// A line whose goal is an upper limit of Fairlead's own number.
    pub fn at_most(what: &str, value: f64, limit: f64, unit: &str) -> Self {
        Self {
            what: what.to_owned(),
            fairlead: format!("{value:.1} {unit}"),
            beside: String::new(),
            goal: format!("{} at most {limit} {unit}", verdict(value <= limit)),
        }
    }

    /// A line whose goal is a ratio to the number beside it.
    pub fn beside(what: &str, value: f64, other: f64, unit: &str, times: f64) -> Self {
        Self {
            what: what.to_owned(),
            fairlead: format!("{value:.1} {unit}"),
            beside: format!("{other:.1} {unit}"),
            goal: format!(
                "{} at most {times} times: {:.2}",
                verdict(value <= other * times),
                value / other
            ),
        }
    }

    /// The same, with the number of another program beside it.
    pub fn with(mut self, beside: impl Into<String>) -> Self {
        self.beside = beside.into();
        self
    }
}

fn verdict(reached: bool) -> &'static str {
    if reached { "reached," } else { "MISSED," }
}

/// The lines in columns.
pub fn table(lines: &[Line]) -> String {
    let cells = |line: &Line| {
        [
            line.what.clone(),
            line.fairlead.clone(),
            line.beside.clone(),
            line.goal.clone(),
        ]
    };
    let mut rows = vec![["", "Fairlead", "beside", "goal"].map(str::to_owned)];
    rows.extend(lines.iter().map(cells));
    let mut widths = [0_usize; 4];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let shown = rows.iter().map(|row| {
        let cells = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    });
    shown.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_are_judged() {
        assert!(
            Line::at_most("binary", 25.0, 25.0, "MB")
                .goal
                .starts_with("reached")
        );
        assert!(
            Line::at_most("binary", 25.1, 25.0, "MB")
                .goal
                .starts_with("MISSED")
        );
        assert!(
            Line::beside("start", 240.0, 200.0, "ms", 1.2)
                .goal
                .starts_with("reached")
        );
        assert!(
            Line::beside("start", 241.0, 200.0, "ms", 1.2)
                .goal
                .starts_with("MISSED")
        );
    }

    #[test]
    fn columns_line_up() {
        let text = table(&[
            Line::at_most("size", 1.0, 2.0, "MB"),
            Line::at_most("a longer name", 30.0, 2.0, "kB"),
        ]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1].find("1.0 MB"), lines[2].find("30.0 kB"));
    }
}
