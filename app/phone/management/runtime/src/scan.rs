//! A component is looked at before it is compiled: compiling is not covered by the engine's own security promises, and a few
//! kilobytes of code can keep a compiler busy for hours.

use fingertip_standard::limits::CodeLimits;
use wasmparser::{
    BinaryReaderError, CanonicalFunction, ComponentAlias, ComponentInstance, CompositeInnerType,
    FuncToValidate, FuncValidatorAllocations, FunctionBody, Operator, Parser, Payload, TypeSectionReader,
    ValidPayload, Validator, ValidatorResources, WasmFeatures,
};

use crate::RuntimeError;

/// Calls from one inner component into another, for each of which the engine writes a function of its own. Mini-apps have none.
const LOWERED: u64 = 16;

/// Instances that a component makes of those inside it: a mini-app's tools make one for each interface that it exports.
const INSTANTIATED: u64 = 16;

/// How much code `component` is, if it stays inside `limits`.
///
/// # Errors
/// [`RuntimeError::TooMuchCode`], or [`RuntimeError::NotAComponent`] if it is none.
pub fn code(component: &[u8], limits: &CodeLimits) -> Result<CodeLimits, RuntimeError> {
    let mut scan = Scan { limits, lowered: 0, instantiated: 0, inside: Vec::new(), found: NOTHING };
    let mut validator = Validator::new_with_features(WasmFeatures::all());
    let mut allocations = FuncValidatorAllocations::default();
    for payload in Parser::new(0).parse_all(component) {
        let payload = payload.map_err(invalid)?;
        // Before anything of it is read: a section may claim any number.
        scan.see(&payload)?;
        if let ValidPayload::Func(function, body) = validator.payload(&payload).map_err(invalid)? {
            allocations = scan.function(function, &body, allocations)?;
        }
    }
    Ok(scan.found)
}

const NOTHING: CodeLimits = CodeLimits {
    modules: 0,
    components: 0,
    items: 0,
    functions: 0,
    function_bytes: 0,
    function_locals: 0,
    signature: 0,
    function_loops: 0,
    function_jumps: 0,
    jumps: 0,
    function_crossings: 0,
    crossings: 0,
};

#[expect(clippy::needless_pass_by_value, reason = "it comes by value from what is mapped")]
fn invalid(error: BinaryReaderError) -> RuntimeError {
    RuntimeError::NotAComponent { reason: error.to_string() }
}

/// `found` of `what`, if that is no more than `most`.
fn within(what: &'static str, found: u64, most: u64) -> Result<(), RuntimeError> {
    if found > most { Err(RuntimeError::TooMuchCode { what, found, most }) } else { Ok(()) }
}

struct Scan<'a> {
    limits: &'a CodeLimits,
    lowered: u64,
    /// Instances of inner components that the outermost one makes.
    instantiated: u64,
    /// The modules and components around what is read now, the outermost left out; whether each is a component.
    inside: Vec<bool>,
    /// What was found so far: sums, and the most of one function.
    found: CodeLimits,
}

impl Scan<'_> {
    fn see(&mut self, payload: &Payload<'_>) -> Result<(), RuntimeError> {
        let items = match payload {
            Payload::ModuleSection { .. } => {
                self.inside.push(false);
                self.found.modules += 1;
                return within("core modules", self.found.modules, self.limits.modules);
            }
            Payload::End(_) => {
                self.inside.pop();
                return Ok(());
            }
            Payload::ComponentInstanceSection(section) => {
                let makes =
                    |made: &ComponentInstance<'_>| matches!(made, ComponentInstance::Instantiate { .. });
                let made =
                    section.clone().into_iter().filter(|made| made.as_ref().is_ok_and(makes)).count() as u64;
                // Each is written out anew by the engine: those inside others would multiply.
                let most = if self.inside.contains(&true) { self.instantiated } else { INSTANTIATED };
                self.instantiated += made;
                within("instances of inner components", self.instantiated, most)?;
                section.count()
            }
            Payload::ComponentSection { .. } => {
                self.inside.push(true);
                self.found.components += 1;
                return within("inner components", self.found.components, self.limits.components);
            }
            Payload::CodeSectionStart { count, .. } => {
                self.found.functions += u64::from(*count);
                return within("functions", self.found.functions, self.limits.functions);
            }
            Payload::CodeSectionEntry(body) => {
                let bytes = body.as_bytes().len() as u64;
                self.found.function_bytes = self.found.function_bytes.max(bytes);
                return within("bytes in one function", bytes, self.limits.function_bytes);
            }
            Payload::ComponentCanonicalSection(section) => {
                for function in section.clone() {
                    self.lowered += u64::from(matches!(function, Ok(CanonicalFunction::Lower { .. })));
                }
                within("calls between components", self.lowered, LOWERED)?;
                section.count()
            }
            Payload::ComponentAliasSection(section) => {
                // An outer alias may name any depth; the engine walks it.
                for alias in section.clone() {
                    if let Ok(ComponentAlias::Outer { count, .. }) = alias {
                        within("levels of components", u64::from(count), self.limits.components)?;
                    }
                }
                section.count()
            }
            Payload::TypeSection(section) => {
                self.found.signature = self.found.signature.max(signatures(section, self.limits.signature)?);
                section.count()
            }
            Payload::ImportSection(section) => section.count(),
            Payload::FunctionSection(section) => section.count(),
            Payload::TableSection(section) => section.count(),
            Payload::MemorySection(section) => section.count(),
            Payload::TagSection(section) => section.count(),
            Payload::GlobalSection(section) => section.count(),
            Payload::ExportSection(section) => section.count(),
            Payload::ElementSection(section) => section.count(),
            Payload::DataSection(section) => section.count(),
            Payload::InstanceSection(section) => section.count(),
            Payload::CoreTypeSection(section) => section.count(),
            Payload::ComponentTypeSection(section) => section.count(),
            Payload::ComponentImportSection(section) => section.count(),
            Payload::ComponentExportSection(section) => section.count(),
            _ => 0,
        };
        self.found.items += u64::from(items);
        within("types, exports and other items", self.found.items, self.limits.items)
    }

    fn function(
        &mut self,
        function: FuncToValidate<ValidatorResources>,
        body: &FunctionBody<'_>,
        allocations: FuncValidatorAllocations,
    ) -> Result<FuncValidatorAllocations, RuntimeError> {
        // Counted before they are made: a body of ten bytes may declare billions.
        let mut declared = 0_u64;
        for group in body.get_locals_reader().map_err(invalid)? {
            declared = declared.saturating_add(u64::from(group.map_err(invalid)?.0));
        }
        within("locals in one function", declared, self.limits.function_locals)?;
        let mut validator = function.into_validator(allocations);
        validator.read_locals(&mut body.get_binary_reader()).map_err(invalid)?;
        let mut reader = body.get_operators_reader().map_err(invalid)?;
        // With its parameters.
        let locals = u64::from(validator.len_locals());
        let (mut jumps, mut crossings) = (0_u64, 0_u64);
        let mut blocks = Blocks::default();
        while !reader.eof() {
            let (operator, at) = reader.read_with_offset().map_err(invalid)?;
            validator.op(at, &operator).map_err(invalid)?;
            let values = locals + u64::from(validator.operand_stack_height());
            within("loops inside each other", blocks.loops_after(&operator), self.limits.function_loops)?;
            let edges = edges(&operator);
            jumps += edges;
            crossings = crossings.saturating_add(edges.saturating_mul(values));
            within("jumps in one function", jumps, self.limits.function_jumps)?;
            within("values at jumps of one function", crossings, self.limits.function_crossings)?;
        }
        self.found.jumps += jumps;
        within("jumps", self.found.jumps, self.limits.jumps)?;
        self.found.function_loops = self.found.function_loops.max(blocks.deepest);
        self.found.function_locals = self.found.function_locals.max(locals);
        self.found.function_jumps = self.found.function_jumps.max(jumps);
        self.found.function_crossings = self.found.function_crossings.max(crossings);
        self.found.crossings += crossings;
        within("values at jumps", self.found.crossings, self.limits.crossings)?;
        Ok(validator.into_allocations())
    }
}

/// Blocks have their types from here too.
fn signatures(section: &TypeSectionReader<'_>, most: u64) -> Result<u64, RuntimeError> {
    let mut widest = 0;
    for group in section.clone() {
        for ty in group.map_err(invalid)?.types() {
            if let CompositeInnerType::Func(ty) = &ty.composite_type.inner {
                let width = ty.params().len() + ty.results().len();
                within("parameters and results of one function or block", width as u64, most)?;
                widest = widest.max(width as u64);
            }
        }
    }
    Ok(widest)
}

/// The blocks that are open, and which of them are loops.
#[derive(Default)]
struct Blocks {
    open: Vec<bool>,
    loops: u64,
    deepest: u64,
}

impl Blocks {
    /// How many loops are open after an instruction.
    fn loops_after(&mut self, operator: &Operator<'_>) -> u64 {
        match operator {
            Operator::Loop { .. } => {
                self.open.push(true);
                self.loops += 1;
                self.deepest = self.deepest.max(self.loops);
            }
            Operator::Block { .. } | Operator::If { .. } | Operator::TryTable { .. } => self.open.push(false),
            Operator::End => self.loops -= u64::from(self.open.pop().unwrap_or(false)),
            _ => {}
        }
        self.loops
    }
}

/// How many ways an instruction opens or joins in what a compiler makes of it.
fn edges(operator: &Operator<'_>) -> u64 {
    match operator {
        Operator::BrTable { targets } => u64::from(targets.len()) + 1,
        Operator::Block { .. }
        | Operator::Loop { .. }
        | Operator::If { .. }
        | Operator::Else
        | Operator::End
        | Operator::Br { .. }
        | Operator::BrIf { .. }
        | Operator::Return
        // These look whether an element is there already.
        | Operator::CallIndirect { .. }
        | Operator::ReturnCallIndirect { .. }
        | Operator::TableGet { .. }
        | Operator::TableSet { .. }
        // These look whether there is work left, and call the engine.
        | Operator::MemoryCopy { .. }
        | Operator::MemoryFill { .. }
        | Operator::MemoryInit { .. }
        | Operator::MemoryGrow { .. }
        | Operator::TableCopy { .. }
        | Operator::TableFill { .. }
        | Operator::TableInit { .. }
        | Operator::TableGrow { .. } => 1,
        _ => 0,
    }
}
