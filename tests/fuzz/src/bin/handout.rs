#![no_main]

mitate_fuzz::target!("handout", mitate_fuzz::handout);
