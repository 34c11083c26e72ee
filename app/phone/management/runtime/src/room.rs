//! What one guest may have: all its memories together keep one limit, and all its tables another.

use fingertip_standard::limits;
use wasmtime::ResourceLimiter;

/// The room of one guest, and what it takes of it.
pub(crate) struct Room {
    most_memory_bytes: usize,
    memory_bytes: usize,
    peak_memory_bytes: usize,
    table_elements: usize,
    was_refused: bool,
}

impl Room {
    /// A room with this much memory.
    pub(crate) fn new(most_memory_bytes: usize) -> Self {
        Self {
            most_memory_bytes,
            memory_bytes: 0,
            peak_memory_bytes: 0,
            table_elements: 0,
            was_refused: false,
        }
    }

    /// The most memory that it had, in bytes.
    pub(crate) fn peak_memory_bytes(&self) -> usize {
        self.peak_memory_bytes
    }

    /// Whether the guest was ended because it wanted more.
    pub(crate) fn was_refused(&self) -> bool {
        self.was_refused
    }

    fn refuse(&mut self, what: &'static str) -> wasmtime::Result<bool> {
        self.was_refused = true;
        wasmtime::bail!("{what}")
    }
}

/// How much all of a kind take once one of them has grown. None for what the module itself rules out: it is not made, so it takes nothing.
/// What the engine cannot make for another reason stays counted: it tells of that, but also of growths that it never asked about.
fn grown(all: usize, current: usize, desired: usize, maximum: Option<usize>) -> Option<usize> {
    let is_ruled_out = maximum.is_some_and(|maximum| desired > maximum);
    (!is_ruled_out).then(|| all.saturating_add(desired.saturating_sub(current)))
}

impl ResourceLimiter for Room {
    fn memory_growing(
        &mut self,
        current: usize,
        desired: usize,
        maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        let Some(all) = grown(self.memory_bytes, current, desired, maximum) else { return Ok(false) };
        if all > self.most_memory_bytes {
            return self.refuse("memory limit");
        }
        self.memory_bytes = all;
        self.peak_memory_bytes = self.peak_memory_bytes.max(all);
        Ok(true)
    }

    fn table_growing(
        &mut self,
        current: usize,
        desired: usize,
        maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        let Some(all) = grown(self.table_elements, current, desired, maximum) else { return Ok(false) };
        if all > limits::TABLE_ELEMENTS {
            return self.refuse("table limit");
        }
        self.table_elements = all;
        Ok(true)
    }

    fn instances(&self) -> usize {
        limits::CORE_INSTANCES
    }
    fn tables(&self) -> usize {
        limits::TABLES
    }
    fn memories(&self) -> usize {
        limits::MEMORIES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memories_and_tables_count_together() {
        let mut room = Room::new(100);
        assert!(room.memory_growing(0, 60, None).is_ok_and(|may| may));
        assert!(room.memory_growing(0, 40, None).is_ok_and(|may| may));
        // What the module itself rules out takes nothing.
        assert!(room.memory_growing(40, 60, Some(50)).is_ok_and(|may| !may));
        assert!(!room.was_refused());
        assert!(room.memory_growing(0, 1, None).is_err());
        assert!(room.was_refused());
        assert_eq!(room.peak_memory_bytes(), 100);

        let mut room = Room::new(0);
        assert!(room.table_growing(0, limits::TABLE_ELEMENTS, None).is_ok_and(|may| may));
        assert!(room.table_growing(0, 1, None).is_err());
    }
}
