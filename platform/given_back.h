// Memory that a page needed for a moment goes back to the system.
#pragma once

namespace frontsheet {

// Before anything else of a program is made. glibc learns from large blocks that come and go to keep what they leave, which of pages that are made
// and thrown away is some 6 MB (decision 182); other systems' allocators give back by themselves. Any thread.
void giveBackMemory();

} // namespace frontsheet
