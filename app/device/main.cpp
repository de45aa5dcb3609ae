#include "app/device/device_program.h"

#include <csignal>

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    return frontsheet::device::runDeviceProgram({argv + 1, argv + argc});
}
