#![no_main]

mitate_fuzz::target!("paper", mitate_fuzz::paper);
