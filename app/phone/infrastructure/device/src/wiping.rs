//! Memory that is given back holds nothing any more: what somebody who looks into a running or a broken program finds is what the program
//! still needs, and no form that was closed, no document that was shown and no token that has run out.
#![expect(unsafe_code, reason = "an allocator is handed raw memory")]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    hint::black_box,
    ptr,
};

/// The system's allocator, which writes over what it is given back. A program names it with `#[global_allocator]`.
///
/// It wipes what Rust's own collections held. What libraries in other languages hold they wipe themselves, or not.
#[derive(Debug, Default, Clone, Copy)]
pub struct WipingAllocator;

/// Writes over `length` bytes at `start`, in a way that no compiler takes for work without an effect.
///
/// # Safety
/// The bytes are the caller's to write, and nobody reads them any more.
unsafe fn wipe(start: *mut u8, length: usize) {
    // SAFETY: the caller's promise.
    unsafe { ptr::write_bytes(start, 0, length) };
    black_box(start);
}

// SAFETY: every call is handed on to the system's allocator with the layout that it came with; what is wiped is given back right after, by
// whoever it belonged to.
unsafe impl GlobalAlloc for WipingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise, handed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise, handed on.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        // SAFETY: the block is the caller's and as long as its layout says; nobody reads it after this.
        unsafe {
            wipe(start, layout.size());
            System.dealloc(start, layout);
        }
    }

    unsafe fn realloc(&self, start: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        if new_size <= layout.size() {
            // What stays has room where it is; what is cut off is wiped there, also if the system moves the rest.
            // SAFETY: the tail belongs to the block, whose length the caller is giving up.
            unsafe { wipe(start.add(new_size), layout.size() - new_size) };
        }
        // SAFETY: the caller promises that the new size makes a layout.
        let new = unsafe { self.alloc(Layout::from_size_align_unchecked(new_size, layout.align())) };
        if !new.is_null() {
            // The system would move a block and leave its content where it was.
            // SAFETY: both blocks are as long as what is copied, and they are two.
            unsafe {
                ptr::copy_nonoverlapping(start, new, layout.size().min(new_size));
                self.dealloc(start, layout);
            }
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_arrives_whole_and_what_is_wiped_is_nought() {
        let layout = Layout::from_size_align(4096, 8).expect("a layout");
        // SAFETY: each block is used as long as it is there, and given back with its own layout.
        unsafe {
            let block = WipingAllocator.alloc(layout);
            ptr::write_bytes(block, 7, 4096);
            let larger = WipingAllocator.realloc(block, layout, 8192);
            assert!((0..4096).all(|at| *larger.add(at) == 7));
            let layout = Layout::from_size_align(8192, 8).expect("a layout");
            let smaller = WipingAllocator.realloc(larger, layout, 100);
            assert!((0..100).all(|at| *smaller.add(at) == 7));
            wipe(smaller, 100);
            assert!((0..100).all(|at| *smaller.add(at) == 0));
            WipingAllocator.dealloc(smaller, Layout::from_size_align(100, 8).expect("a layout"));
        }
    }
}
