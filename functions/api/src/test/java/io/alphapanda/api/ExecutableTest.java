package io.alphapanda.api;

import io.alphapanda.stage.testing.executable.ExecutableSpecification;

class ExecutableTest extends ExecutableSpecification {}
