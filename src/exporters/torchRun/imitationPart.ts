// What tasks share in which smaller generators learn to draw what trained ones draw (tasks/imitation, tasks/watchedLayers), and
// distillation, which is that and nothing else, in the exported train.py. What they are given is lessonParts.ts.

export const IMITATION_PART = String.raw`STUDENT = 'student/'


def attention(maps):
    """Where maps [b, h, w, c] are strong, of length 1 for each picture (Zagoruyko and Komodakis 2017)."""
    strength = maps.square().mean(3)
    return strength / (strength.square().sum((1, 2), keepdim=True).sqrt() + 1e-6)


def mean_of(values):
    return sum(values) / len(values)


class Imitation(Lesson):
    """Students learn to draw what trained generators draw of the same inputs. Who inherits says how they become smaller."""

    BETAS = (0.9, 0.999)

    def __init__(self, tensors, facts, data, together, options):
        super().__init__(tensors, facts, data, together, options)
        self.facts, self.steps, self.pupils = facts, CONFIG['task.steps'], RUN['imitation']['pupils']
        # Networks of the other run go along as they are.
        own = (STUDENT, 'optimizer/student/', 'mask/', 'taught/')
        self.carried = {name: values for name, values in tensors.items() if not name.startswith(own)}
        self.hold({name[len('mask/'):]: values for name, values in tensors.items() if name.startswith('mask/')})

    def student_weights(self):
        """Of all students, by their names in the run file behind student/."""
        return {f"{pupil['name']}/{weight}"[len(STUDENT):]: value
                for pupil in self.pupils for weight, value in self.networks[pupil['name']].weights.items()}

    @torch.no_grad()
    def hold(self, masks):
        """From now on these weights are zero, and no others."""
        self.held = {name: self.tensor(mask) for name, mask in masks.items()}
        self.hold_zeros()

    @torch.no_grad()
    def hold_zeros(self):
        if self.held:
            weights = self.student_weights()
            for name, mask in self.held.items():
                weights[name].mul_(mask)

    def rate(self, _, step):
        return cosine_rate(RUN['imitation']['rate'], step - 1, self.steps)

    def seen(self, name, given, mode, watched):
        """What a network draws, then where it looks in these layers."""
        network = self.networks[name]
        with torch.autocast(self.together.device.type, dtype=torch.bfloat16, enabled=self.half):
            values = network.values(given, mode, CONFIG['seed'], self.rows[:len(given)])
        return [full(values[network.spec['outputs'][0]]), *(attention(full(values[layer])) for layer in watched)]

    def wanted(self, place, given):
        pupil = self.pupils[place]
        return self.seen(pupil['teacher'], given, 'inference', pupil['watched'])

    def drawn(self, place, given):
        pupil = self.pupils[place]
        return self.seen(pupil['name'], given, 'training', pupil['watched'])

    def terms(self, network, step, _):
        given, kept, fooled = self.lesson(step)
        # What is to stay as it is stands behind what is to be translated.
        shown = [torch.cat([images, kept[place]]) if kept else images for place, images in enumerate(given)]
        with torch.no_grad():
            wanted = [self.wanted(place, images) for place, images in enumerate(shown)]
        drawn = [self.drawn(place, images) for place, images in enumerate(shown)]
        apart = [mine[0] - right[0] for mine, right in zip(drawn, wanted)]
        looks = [mean_of([(a - b).square().sum() / len(a) for a, b in zip(mine[1:], right[1:])])
                 for mine, right in zip(drawn, wanted) if len(mine) > 1]
        nothing = apart[0].new_zeros(())
        return {
            'distance': mean_of([0.5 * (one.square().mean() + one.abs().mean()) for one in apart]),
            'features': mean_of(looks) if looks else nothing,
            'fooling': fooled([mine[0][:len(images)] for mine, images in zip(drawn, given)]) if fooled else nothing,
        }

    def samples(self):
        """The page draws what comes of it."""
        return None

    def state(self):
        tensors, updates, _ = super().state()
        tensors = {name: values for name, values in tensors.items() if not name.startswith('taught/')}
        masks = {f'mask/{name}': mask.cpu().numpy() for name, mask in self.held.items()}
        return {**tensors, **self.carried, **masks}, {**self.facts['updates'], **updates}, self.facts.get('numbers') or {}`;

export const DISTILL_PART = String.raw`class Game(Imitation):
    """Knowledge distillation (Hinton et al. 2015)."""`;
