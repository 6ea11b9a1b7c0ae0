package io.alphapanda.risk;

import io.alphapanda.stage.testing.executable.ExecutableSpecification;

class ExecutableTest extends ExecutableSpecification {}
